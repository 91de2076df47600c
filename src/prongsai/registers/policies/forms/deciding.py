"""The signature, making known, repealing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person
from prongsai.platform.files.fields import FilesField
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.policies.models import Way


class SignedForm(StrictForm, forms.Form):
    """Who signed, number and day on the paper, from when it holds, and its picture."""

    signer = forms.ModelChoiceField(label=_("Signed by"), queryset=Person.objects.none())
    number = TextField(
        label=_("Number of the paper"), max_length=60, required=False, help_text=_("Leave empty where it carries none.")
    )
    signed = DateField(label=_("Signed on"))
    since = DateField(
        label=_("In force since"), required=False, help_text=_("Leave empty for the day of the signature.")
    )

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["signer"].queryset = people  # type: ignore[attr-defined]
        self.fields["scan"] = FilesField(purpose=EVIDENCE, single=True, label=_("Signed paper"))

    def told(self) -> dict[str, Any]:
        """Give what `services.put_in_force` takes."""
        told = self.cleaned_data
        return {**told, "since": told["since"] or told["signed"]}


class MadeKnownForm(StrictForm, forms.Form):
    """How and when people were told."""

    way = forms.ChoiceField(label=_("How"), choices=Way.choices)
    day = DateField(label=_("Day"))
    words = TextField(
        label=_("In words"),
        max_length=300,
        required=False,
        help_text=_("Such as number of the circular, or the place."),
    )


class RepealForm(StrictForm, forms.Form):
    """From when it does not hold any more, and why."""

    day = DateField(label=_("Repealed on"))
    because = LongTextField(label=_("Repealed because"), max_length=500, help_text=_("Or the paper by which it is."))
