"""Taking in the office's own list of orders, or one order from Word."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.web.strict_form import StrictForm


class ImportForm(StrictForm, forms.Form):
    """A file: a list, or one order."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["file"] = FilesField(
            purpose=PAPERS, single=True, label=_("List of orders, or one order"),
            help_text=_("A list as .xlsx or .csv; one order as Word (.docx), PDF with text, or .txt. At most 20 MB."),
        )  # fmt: skip


class AcceptImportForm(StrictForm, forms.Form):
    """The yes of a person who has looked through."""

    also = frozenset({"drop"})
    owner = forms.ModelChoiceField(label=_("Unit in charge"), queryset=Unit.objects.none())
    looked = forms.BooleanField(label=_("I have looked at every line that is in doubt"), required=True)

    def __init__(self, *args: Any, units: Any, doubts: int, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]
        if not doubts:
            del self.fields["looked"]
