"""The working group."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.rounds.forms.seen import SeenForm
from prongsai.platform.ui.fields import DateField, LongTextField, TextField
from prongsai.registers.orders.services import orders_to_choose


class GroupForm(SeenForm):
    """The order of the register; or number, day and members, where the register does not have it."""

    order_id = forms.TypedChoiceField(
        label=_("Order of the register"), required=False, coerce=int, empty_value=None,
        help_text=_("Members and duties are then those of the order. Nothing below needs to be typed."),
    )  # fmt: skip
    order_number = TextField(
        label=_("Number of the order"), required=False, max_length=60, help_text=_("As the registry wrote it.")
    )
    order_day = DateField(label=_("Day of the order"), required=False)
    members = LongTextField(
        label=_("Members of the working group"), required=False, max_length=4_000,
        help_text=_("One to a line: post, and what the post is in the group."),
    )  # fmt: skip

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = [(each.order, f"{each.title} {each.subject}") for each in orders_to_choose()]
        self.fields["order_id"].choices = [("", _("None: it is typed below")), *known]  # type: ignore[attr-defined]
        if not known:
            self.fields["order_id"].help_text = _("The register has no order in force.")

    def clean(self) -> dict[str, Any]:
        """Take the order of the register or what is typed, not both."""
        told = dict(super().clean() or self.cleaned_data)
        typed = [told.get(name) for name in ("order_number", "order_day", "members")]
        if told.get("order_id") and any(typed):
            self.add_error("order_id", _("Choose an order of the register, or type below; not both."))
        return told
