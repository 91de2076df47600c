"""Answers: an opinion, a decision, a return, and what was signed on paper."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.approvals.models import Part, Verdict

OPINIONS = (Verdict.AGREES, Verdict.REMARKS, Verdict.OBJECTS)
DECISIONS = (Verdict.APPROVES, Verdict.RETURNS)


class OpinionForm(StrictForm, forms.Form):
    """An opinion on screen."""

    verdict = forms.ChoiceField(
        label=_("Your opinion"),
        choices=[(one.value, one.label) for one in OPINIONS],
        widget=forms.RadioSelect,
        initial=Verdict.AGREES,
    )
    text = LongTextField(
        label=_("Remark or reservation"),
        max_length=2_000,
        required=False,
        help_text=_("Needed with a remark or an objection."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for words where there is more to say than yes."""
        told = super().clean() or self.cleaned_data
        if told.get("verdict") in (Verdict.REMARKS, Verdict.OBJECTS) and not told.get("text"):
            self.add_error("text", _("Please write the remark in a few words."))
        return dict(told)


class RemarkForm(StrictForm, forms.Form):
    """What may stand beside an approval."""

    text = LongTextField(label=_("Remark (if any)"), max_length=2_000, required=False)


class ReturnForm(StrictForm, forms.Form):
    """Why it goes back."""

    because = LongTextField(label=_("What is to be changed"), max_length=2_000)


class PaperForm(StrictForm, forms.Form):
    """What the signed paper says, and its picture."""

    verdict = forms.ChoiceField(label=_("What stands on the paper"), widget=forms.RadioSelect)
    signer = forms.ModelChoiceField(label=_("Signed by"), queryset=Person.objects.none())
    number = TextField(label=_("Number of the paper"), max_length=60, help_text=_("As the registry wrote it."))
    day = DateField(label=_("Day of the signature"))
    text = LongTextField(
        label=_("Words on the paper"),
        max_length=2_000,
        required=False,
        help_text=_("Needed where it is not a plain yes."),
    )

    def __init__(self, *args: Any, people: Any, asks_opinion: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["signer"].queryset = people  # type: ignore[attr-defined]
        groups = [(Part.DECISION, DECISIONS), *([(Part.OPINION, OPINIONS)] if asks_opinion else [])]
        self.fields["verdict"].choices = [  # type: ignore[attr-defined]
            (one.value, f"{part.label}: {one.label}" if asks_opinion else one.label)
            for part, answers in groups
            for one in answers
        ]
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Picture of the signed paper"))

    def clean(self) -> dict[str, Any]:
        """Ask for the words where the paper says more than yes."""
        told = super().clean() or self.cleaned_data
        plain = (Verdict.APPROVES, Verdict.AGREES)
        if told.get("verdict") and told["verdict"] not in plain and not told.get("text"):
            self.add_error("text", _("Please write what stands on the paper in a few words."))
        return dict(told)
