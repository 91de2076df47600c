"""Taking in an office's own list: a file is sent, its doubtful lines are looked at, a person says yes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.web.strict_form import StrictForm


class ListForm(StrictForm, forms.Form):
    """A file with a list. Each room says what the list is (`file_label`) and what may be sent (`file_help`)."""

    file_label: str | Promise
    file_help: str | Promise = _("Excel (.xlsx) or .csv, at most 20 MB.")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"] = FilesField(
            purpose=PAPERS, single=True, label=self.file_label, help_text=self.file_help
        )  # fmt: skip

    @property
    def file_name(self) -> str:
        """The name of the file that was sent, once the form is whole."""
        return str(self.cleaned_data["file"][0].name)


class AcceptListForm(StrictForm, forms.Form):
    """The yes of a person who has looked through; the second button drops the list."""

    also = frozenset({"drop"})
    looked = forms.BooleanField(label=_("I have looked at every line that is in doubt"), required=True)

    def __init__(self, *args: Any, doubts: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if not doubts:
            del self.fields["looked"]


class OwnerForm(StrictForm, forms.Form):
    """The unit to which belongs what names none that is known."""

    owner = forms.ModelChoiceField(
        label=_("Owner unit"),
        queryset=Unit.objects.none(),
        help_text=_("For lines whose unit is not found by name."),
    )

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]


class AcceptOwnedListForm(AcceptListForm, OwnerForm):
    """The yes, and the unit for lines that name none."""
