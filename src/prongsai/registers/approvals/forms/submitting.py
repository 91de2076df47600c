"""Submitting: the three sentences, what is enclosed, and for whom it is written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Standing, Unit
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import PAPERS
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.approvals.services import Sentences
from prongsai.registers.tasks.services import Channel

RANKS = (Standing.HEAD, Standing.APPROVER, Standing.EXECUTIVE)


class SubmitForm(StrictForm, forms.Form):
    """What the executive reads, and who handed it in where another writes it down."""

    why = LongTextField(label=_("Why"), max_length=2_000, help_text=_("One sentence: what gave rise to it."))
    what = LongTextField(label=_("What it is"), max_length=2_000, help_text=_("One sentence: what it says or does."))
    asks = LongTextField(
        label=_("What is asked for"), max_length=2_000, help_text=_("One sentence, such as: please approve.")
    )
    recorded_for = forms.ModelChoiceField(
        label=_("Written down for"),
        queryset=Person.objects.none(),
        required=False,
        help_text=_("Only where somebody else submits it and you write it down."),
    )
    received_by = forms.ChoiceField(label=_("How it came in"), choices=[("", "–"), *Channel.choices], required=False)
    day = DateField(label=_("Submitted on"), required=False, help_text=_("Leave empty for today."))

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["recorded_for"].queryset = people  # type: ignore[attr-defined]
        self.fields["files"] = FilesField(purpose=PAPERS, required=False, label=_("Enclosed files"))

    def clean(self) -> dict[str, Any]:
        """Ask for person and way together: one without the other tells nothing."""
        told = super().clean() or self.cleaned_data
        if bool(told.get("recorded_for")) != bool(told.get("received_by")):
            self.add_error("received_by", _("Name the person and how it came in, or neither."))
        return dict(told)

    def told(self) -> dict[str, Any]:
        """Give what `services.submit` takes."""
        told = self.cleaned_data
        return {
            "sentences": Sentences(told["why"], told["what"], told["asks"]),
            "recorded_for": told["recorded_for"],
            "received_by": Channel(told["received_by"]) if told["received_by"] else None,
            "day": told["day"],
            "files": told["files"],
        }


class MatterForm(SubmitForm):
    """A matter of its own, and its first submission."""

    subject = TextField(label=_("Subject"), max_length=300)
    unit = forms.ModelChoiceField(label=_("Unit"), queryset=Unit.objects.none())
    opinions = forms.MultipleChoiceField(
        label=_("Opinions asked for"),
        choices=[(one.value, one.label) for one in RANKS[:2]],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Only from those below who decides."),
    )
    decides = forms.ChoiceField(label=_("Who decides"), choices=[(one.value, one.label) for one in RANKS[::-1]])

    field_order = ("subject", "unit", "why", "what", "asks", "opinions", "decides")

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def matter(self) -> dict[str, Any]:
        """Give what `services.add_matter` takes."""
        told = self.cleaned_data
        return {
            "subject": told["subject"],
            "unit": told["unit"],
            "decides": Standing(told["decides"]),
            "opinions": [Standing(one) for one in told["opinions"]],
        }
