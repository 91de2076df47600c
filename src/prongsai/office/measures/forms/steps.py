"""The steps of a measure, row by row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.measures.forms.because import because_field
from prongsai.office.measures.models import Step
from prongsai.office.measures.told import StepTold
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.ui.fields import DateField, LongTextField
from prongsai.platform.ui.rows import BesideRows, RowForm

AGAIN = ((0, _("once")), (1, _("each month")), (3, _("every 3 months")), (6, _("every 6 months")))


class StepRow(RowForm):
    """A step."""

    main = "text"
    preset = ("every_months", "each_unit")
    text = LongTextField(label=_("Step"), required=False, max_length=500)
    who = forms.ChoiceField(label=_("Who does it"), required=False)
    each_unit = forms.BooleanField(label=_("Every unit does it"), required=False)
    due = DateField(label=_("Due"), required=False, help_text="")
    every_months = forms.TypedChoiceField(label=_("Again"), required=False, choices=AGAIN, coerce=int, initial=0)

    def __init__(self, *args: Any, units: Sequence[Unit], people: Sequence[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        everybody: list[Unit | Person] = [*units, *people]
        self.named = {_key(one): one for one in everybody}
        if stands := self.initial.get("who"):  # who is not here any more stays where the step names them
            self.named.setdefault(stands, self.initial["person"] or self.initial["unit"])
        self.fields["who"].choices = [("", "–"), *((key, str(one)) for key, one in self.named.items())]  # type: ignore[attr-defined]
        self.fields["text"].widget.attrs |= {"rows": "3", "cols": "24"}  # six columns side by side
        known = {number for number, _words in AGAIN}
        if (stands := self.initial.get("every_months")) and stands not in known:
            again = (stands, _("every %(count)s months") % {"count": stands})
            self.fields["every_months"].choices = (*AGAIN, again)  # type: ignore[attr-defined]

    def entry(self) -> dict[str, Any]:
        """Give the row as `entry_of` gives a step: who does it, as unit and, where a person was chosen, as person."""
        told = super().entry()
        one = self.named.get(told["who"])
        person = one if isinstance(one, Person) else None
        unit = person.unit if person else one
        return {**told, "unit": unit, "person": person, "every_months": told["every_months"] or 0}


class BesideSteps(BesideRows):
    """What stands beside the steps: of a decided plan the reason."""

    def __init__(self, *args: Any, decided: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if decided:
            self.fields["because"] = because_field()


def steps_of(entries: list[dict[str, Any]]) -> list[StepTold]:
    """Give the rows as the service takes them, each on one line."""
    told = [{name: value for name, value in entry.items() if name != "who"} for entry in entries]
    return [StepTold(**{**entry, "text": " ".join(entry["text"].split())}) for entry in told]


def entry_of(step: Step) -> dict[str, Any]:
    """Give a step as the boxes of its row have it."""
    names = ("text", "unit", "person", "each_unit", "due", "every_months")
    one = step.person or step.unit
    return {name: getattr(step, name) for name in names} | {"who": _key(one) if one else ""}


def _key(one: Unit | Person) -> str:
    return f"{'person' if isinstance(one, Person) else 'unit'}-{one.pk}"
