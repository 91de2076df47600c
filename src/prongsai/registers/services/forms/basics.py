"""What a service is called, whose it is, for whom, and what stands in lines of text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.service import ServiceSheet
from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import LongTextField, TextField
from prongsai.platform.web.stale import FIELD as SEEN
from prongsai.platform.web.strict_form import StrictForm
from prongsai.registers.services.models import Audience, ServiceKind

ONE_PER_LINE = _("One to a line.")
_LINES = ("criteria", "law", "complaints", "remarks")


class NewServiceForm(StrictForm, forms.Form):
    """The beginning of a service."""

    name = TextField(label=_("Name of the service"), max_length=300)
    kind = forms.ChoiceField(label=_("Kind of service"), choices=ServiceKind.choices, initial=ServiceKind.SERVICE)
    audience = forms.ChoiceField(label=_("For whom"), choices=Audience.choices, widget=forms.RadioSelect)
    owner = forms.ModelChoiceField(label=_("Owner unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]
        self.fields["audience"].initial = Audience.PUBLIC


class BasicsForm(NewServiceForm):
    """The part of a version that is no list of entries."""

    criteria = LongTextField(
        label=_("Criteria, method and conditions"), required=False, help_text=ONE_PER_LINE, max_length=6_000
    )
    law = LongTextField(label=_("Law"), required=False, help_text=ONE_PER_LINE, max_length=3_000)
    none_law = forms.BooleanField(label=_("There is no law of its own"), required=False)
    complaints = LongTextField(
        label=_("Where to complain"), required=False, help_text=_("Own channels first, then 1111. One to a line."),
        max_length=3_000,
    )  # fmt: skip
    remarks = LongTextField(label=_("Remarks"), required=False, help_text=ONE_PER_LINE, max_length=3_000)
    is_sensitive = forms.BooleanField(
        label=_("Sensitive: the name stands on no ticket, board or public ledger"), required=False
    )
    checked = forms.BooleanField(label=_("I have checked this example against the rules of our office"), required=False)
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    field_order = ("name", "kind", "audience", "owner", *_LINES)

    def __init__(self, *args: Any, is_example: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not is_example:
            del self.fields["checked"]
        self.order_fields(
            [
                "name",
                "kind",
                "audience",
                "owner",
                "criteria",
                "law",
                "none_law",
                "complaints",
                "remarks",
                "is_sensitive",
            ]
        )
        assert SEEN in self.fields

    def clean(self) -> dict[str, Any]:
        """Refuse a law beside the word that there is none."""
        told = super().clean() or self.cleaned_data
        if told.get("none_law") and told.get("law"):
            self.add_error("none_law", _("Something is written here. Take it away, or take away the tick."))
        return dict(told)

    def told(self, stated_none: frozenset[str]) -> dict[str, Any]:
        """Give the parts of the sheet as `services.save_part` takes them."""
        told = self.cleaned_data
        none = (stated_none - {"law"}) | ({"law"} if told["none_law"] else set())
        parts: dict[str, Any] = {part: _lines(told[part]) for part in _LINES}
        parts |= {"name": told["name"], "kind": told["kind"], "audience": told["audience"], "unit": told["owner"].name}
        return parts | {"stated_none": sorted(none)} | ({"is_example": False} if told.get("checked") else {})

    @staticmethod
    def start(sheet: ServiceSheet, owner: Unit, *, is_sensitive: bool) -> Mapping[str, Any]:
        """Give what the form shows first."""
        lines = {part: "\n".join(getattr(sheet, part)) for part in _LINES}
        return lines | {
            "name": sheet.name,
            "kind": sheet.kind.value,
            "audience": sheet.audience.value,
            "owner": owner,
            "none_law": "law" in sheet.stated_none,
            "is_sensitive": is_sensitive,
        }


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
