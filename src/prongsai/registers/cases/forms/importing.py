"""Taking in an older register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.web.strict_form import StrictForm


class ImportForm(StrictForm, forms.Form):
    """A file, and the unit whose cases they become."""

    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["unit"].initial = units.first()
        self.fields["file"] = FilesField(purpose=PAPERS, single=True, label=_("Older register (.xlsx or .csv)"))


class AcceptImportForm(StrictForm, forms.Form):
    """The yes of a person who has looked through."""

    also = frozenset({"drop"})
    looked = forms.BooleanField(label=_("I have looked at every line that is in doubt"), required=True)

    def __init__(self, *args: Any, doubts: int, **options: Any) -> None:
        super().__init__(*args, **options)
        if not doubts:
            del self.fields["looked"]
