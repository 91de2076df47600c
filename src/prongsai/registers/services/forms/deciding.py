"""Returning a version, and writing down an approval on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm


class ReturnForm(StrictForm, forms.Form):
    """Why a version goes back."""

    because = LongTextField(label=_("What is to be changed"), max_length=500)


class PaperApprovalForm(StrictForm, forms.Form):
    """Who signed, the number and day that the paper carries, and its scan."""

    approver = forms.ModelChoiceField(label=_("Signed by"), queryset=Person.objects.none())
    number = TextField(label=_("Number of the paper"), max_length=60, help_text=_("As the registry wrote it."))
    day = DateField(label=_("Day on the paper"))

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["approver"].queryset = people  # type: ignore[attr-defined]
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Scan of the signed paper"))
