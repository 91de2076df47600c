"""What is to be done, by whom and by when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.ui.fields import DateField, TextField
from prongsai.platform.web.strict_form import StrictForm


class DecisionForm(StrictForm, forms.Form):
    """A decision: without an owner there is none."""

    what = TextField(label=_("What is to be done"), max_length=500)
    unit = forms.ModelChoiceField(
        label=_("Unit that owns it"), queryset=Unit.objects.none(), required=False, empty_label="–"
    )
    person = forms.ModelChoiceField(
        label=_("Person who owns it"), queryset=Person.objects.none(), required=False, empty_label="–",
        help_text=_("A unit or a person, one of them always."),
    )  # fmt: skip
    due = DateField(label=_("Due on"))

    def __init__(self, *args: Any, units: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for an owner."""
        told = super().clean() or self.cleaned_data
        if not told.get("unit") and not told.get("person") and not {"unit", "person"} & set(self.errors):
            self.add_error("unit", _("A decision needs an owner: a person or a unit."))
        return dict(told)


class DropForm(StrictForm, forms.Form):
    """Why a decision is dropped."""

    because = TextField(label=_("By which meeting, and why"), max_length=400)
