"""What the assessor said, what the office answers, and what became of the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models import ItemRemark
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm

EDITED = ("lost", "words", "told")


class RemarkForm(StrictForm, forms.Form):
    """A remark."""

    lost = forms.BooleanField(label=_("The item is lost as it stands"), required=False)
    words = LongTextField(
        label=_("What the assessor said"),
        max_length=4_000,
        required=False,
        help_text=_("Word for word, as it was told."),
    )
    told = DateField(label=_("Told on"))
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def start(remark: ItemRemark) -> dict[str, Any]:
        """Give what the form shows first."""
        return {name: getattr(remark, name) for name in EDITED}

    @property
    def said(self) -> dict[str, Any]:
        """What was told."""
        return {name: self.cleaned_data[name] for name in EDITED}


class ClarifyForm(StrictForm, forms.Form):
    """What only a person can say in a clarification."""

    about = DateField(
        label=_("The day of which the assessor speaks"),
        required=False,
        help_text=_("The paper then says which version stood on that day, by the log of publication."),
    )
    explanation = LongTextField(
        label=_("What the office explains"), max_length=4_000, required=False,
        help_text=_("Left empty, the paper has a marked gap in its place."),
    )  # fmt: skip


class SignedForm(StrictForm, forms.Form):
    """Number and day as they stand on the paper, and the signed copy."""

    number = TextField(label=_("Number of the paper"), max_length=60, required=False)
    day = DateField(label=_("Date of the paper"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Signed copy"))


class AnswerSentForm(StrictForm, forms.Form):
    """On which day it was sent."""

    sent = DateField(label=_("Day of sending"))


class OutcomeForm(StrictForm, forms.Form):
    """What became of it."""

    outcome = TextField(label=_("How it ended"), max_length=300)
