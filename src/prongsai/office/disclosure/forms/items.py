"""What is said about an item besides its pieces, and how the list of items is narrowed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.disclosure.models import DisclosedItem, Home
from prongsai.office.disclosure.services import ItemTold
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import DateField, LongTextField
from prongsai.platform.web.strict_form import StrictForm

EDITED = ("explanation", "due", "waits", "home")


class ItemForm(StrictForm, forms.Form):
    """Explanation, own day, what it waits for, where it stands."""

    explanation = LongTextField(
        label=_("Explanation for the assessor"), required=False, max_length=4_000,
        help_text=_("Goes with the address into the official system."),
    )  # fmt: skip
    due = DateField(
        label=_("Due on"), required=False, help_text=_("Empty: as the data call or the calendar of the year says.")
    )
    waits = forms.ChoiceField(label=_("Waits for"), required=False, choices=DisclosedItem.Waits.choices)
    home = forms.ChoiceField(
        label=_("Site that carries it"), required=False, choices=[("", _("As chosen for all items")), *Home.choices]
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    @staticmethod
    def start(item: DisclosedItem) -> dict[str, Any]:
        """Give what the form shows first."""
        return {name: getattr(item, name) for name in EDITED}

    @property
    def told(self) -> ItemTold:
        """What was said."""
        return ItemTold(**{name: self.cleaned_data[name] for name in EDITED})


class NarrowForm(forms.Form):
    """Narrowing the list of items. What cannot be read narrows nothing."""

    unit = forms.ChoiceField(label=_("Unit"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args: Any, units: Iterable[Unit], states: Iterable[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        every = [("", _("All"))]
        self.fields["unit"].choices = [*every, *((str(unit.pk), unit.name) for unit in units)]  # type: ignore[attr-defined]
        self.fields["state"].choices = [*every, *states]  # type: ignore[attr-defined]

    def chosen(self, name: str) -> str:
        """Give what is chosen in a box, empty where nothing is or it is none of the choices."""
        told = self.cleaned_data if self.is_bound and (self.is_valid() or True) else {}
        return str(told.get(name) or "")
