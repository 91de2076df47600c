"""What a list of orders is asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import TextField
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.orders.models import OrderKind, OrderState
from prongsai.registers.orders.models.order import Orders


class SearchForm(StrictForm, forms.Form):
    """Words, kind, state, year. What cannot be read narrows nothing."""

    also = frozenset({"page"})
    q = TextField(label=_("Number, subject or member"), required=False, max_length=200)
    kind = forms.ChoiceField(label=_("Kind of paper"), required=False, choices=[("", _("all")), *OrderKind.choices])
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("all")), *OrderState.choices])
    year = forms.TypedChoiceField(label=_("Year (B.E.)"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args: Any, years: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["year"].choices = [("", _("all")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]

    def found_in(self, orders: Orders) -> Orders:
        """Give the orders that were asked for."""
        if not self.is_bound:
            return orders
        self.is_valid()
        told = self.cleaned_data
        if told.get("q"):
            orders = orders.saying(told["q"])
        wanted = {name: told[name] for name in ("kind", "state", "year") if told.get(name)}
        return orders.filter(**wanted)
