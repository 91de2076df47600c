"""Taking in manuals from a file, and services of the starter catalogue."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.web.strict_form import StrictForm


class ImportForm(StrictForm, forms.Form):
    """A file with manuals."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"] = FilesField(
            purpose=PAPERS, single=True, label=_("Manual or register"),
            help_text=_("Word (.docx), Excel (.xlsx), .csv, .txt or a web page (.html), at most 20 MB."),
        )  # fmt: skip


class _OwnerForm(StrictForm, forms.Form):
    """Whose the services become."""

    owner = forms.ModelChoiceField(
        label=_("Owner unit"),
        queryset=Unit.objects.none(),
        help_text=_("For services whose unit is not found by name."),
    )

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]


class AcceptImportForm(_OwnerForm):
    """The yes of a person who has looked through."""

    also = frozenset({"drop"})
    looked = forms.BooleanField(label=_("I have looked at every line that is in doubt"), required=True)

    def __init__(self, *args: Any, doubts: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if not doubts:
            del self.fields["looked"]


class StartersForm(_OwnerForm):
    """Which services of the catalogue."""

    def __init__(self, *args: Any, choices: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["keys"] = forms.MultipleChoiceField(
            label=_("Services of the catalogue"), choices=choices, widget=forms.CheckboxSelectMultiple
        )
        self.fields["owner"].help_text = _("Each service can be given to another unit later.")
