"""What the examples of the catalogue show: invented, and never from the database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import DateField, LongTextField, MoneyField, NameField, ScoreField, TextField
from prongsai.platform.ui.states import State

DAY = date(2025, 3, 17)
MOMENT = datetime(2025, 3, 17, 6, 30, tzinfo=UTC)


class ExampleForm(forms.Form):
    """A field of each kind."""

    title = TextField(label=_("Name of the measure"), help_text=_("As it will stand in the plan"))
    detail = LongTextField(label=_("Steps"), required=False)
    unit = forms.ChoiceField(
        label=_("Unit"), choices=[("", _("Choose")), ("1", _("Office of the clerk")), ("2", _("Finance"))]
    )
    way = forms.ChoiceField(
        label=_("How was it received"), widget=forms.RadioSelect,
        choices=[("line", "LINE"), ("paper", _("On paper")), ("word", _("By word of mouth"))],
    )  # fmt: skip
    months = forms.MultipleChoiceField(
        label=_("Rounds"), widget=forms.CheckboxSelectMultiple, required=False,
        choices=[("6", _("6 months")), ("12", _("12 months"))],
    )  # fmt: skip
    due = DateField(label=_("Due on"))
    budget = MoneyField(label=_("Budget"), required=False)
    score = ScoreField(label=_("Score"), required=False, help_text=_("0 to 100, at most two decimals"))
    paper = forms.FileField(label=_("Signed copy"), required=False, help_text=_("PDF or a photograph, up to 20 MB"))
    public = forms.BooleanField(label=_("May be published"), required=False)


class ShortForm(forms.Form):
    """A group of two fields."""

    given = NameField(label=_("Given name"))
    family = NameField(label=_("Family name"))


def example_context() -> dict[str, Any]:
    """Give what the examples need."""
    wrong = {"due_day": "31", "due_month": "2", "due_year": "2568", "score": "101", "budget": "1,2", "way": ""}
    return {
        "example_form": ExampleForm(auto_id="example_%s", initial={"due": DAY, "budget": Decimal("46800000")}),
        "short_form": ShortForm(auto_id="short_%s"),
        "wrong_form": ExampleForm(wrong, auto_id="wrong_%s"),
        "pages": Paginator(range(1, 600), 50).get_page(4),
        "states": [state.value for state in State],
        "day": DAY,
        "when": MOMENT,
        "amount": Decimal("46800000"),
    }
