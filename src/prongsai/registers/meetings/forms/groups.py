"""A group that meets, and its members."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.ui.fields import TextField
from prongsai.platform.ui.rows import RowForm
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.meetings.models import MeetingGroup
from prongsai.registers.meetings.models.group import MemberRole
from prongsai.registers.orders.services import orders_to_choose


class GroupForm(StrictForm, forms.Form):
    """The name, the order it stands on, who is in charge."""

    name = TextField(label=_("Name of the group"), max_length=300)
    order = forms.TypedChoiceField(
        label=_("By order"), required=False, coerce=int, empty_value=None,
        help_text=_("Its members are taken from the order. Leave it open for a meeting without one."),
    )  # fmt: skip
    unit = forms.ModelChoiceField(label=_("Unit in charge"), queryset=Unit.objects.none())
    is_monthly = forms.BooleanField(label=_("This is the monthly meeting of the office"), required=False)
    is_closed_circle = forms.BooleanField(label=_("Only members may read its papers"), required=False)

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        known = [(one.order, f"{one.title} {one.subject}") for one in orders_to_choose()]
        self.fields["order"].choices = [("", _("without an order")), *known]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        """Give the fields as the service takes them."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        return told | {"order_id": told.pop("order")}

    @staticmethod
    def start(group: MeetingGroup) -> dict[str, Any]:
        """Give what the form shows first."""
        names = ("name", "unit", "is_monthly", "is_closed_circle")
        return {name: getattr(group, name) for name in names} | {"order": group.order_id}


class MemberRow(RowForm):
    """A member."""

    main = "post"
    preset = ("role",)
    post = TextField(label=_("Post"), required=False, max_length=200)
    person = forms.ModelChoiceField(label=_("Person"), required=False, queryset=Person.objects.none(), empty_label="–")
    name = TextField(label=_("Name, of somebody from outside"), required=False, max_length=200)
    role = forms.ChoiceField(
        label=_("Role in the group"), required=False, choices=MemberRole.choices, initial=MemberRole.MEMBER
    )
    wording = TextField(label=_("Role as the paper says it"), required=False, max_length=100)

    def __init__(self, *args: Any, people: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]

    def entry(self) -> dict[str, Any]:
        """Give the row as the service takes it."""
        told = super().entry()
        return told | {"role": told["role"] or MemberRole.MEMBER}
