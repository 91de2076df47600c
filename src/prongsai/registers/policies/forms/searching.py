"""Finding policies in the register."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import TextField
from prongsai.registers.policies.models import PolicyKind, PolicyVersion
from prongsai.registers.policies.models.policy import Policies

STANDINGS = (
    ("", _("All that are not repealed")),
    ("in_force", _("In force")),
    ("open", _("Being worked on")),
    ("untold", _("In force, not made known yet")),
    ("repealed", _("Repealed")),
)


class SearchForm(forms.Form):
    """Words, kind, unit, standing."""

    q = TextField(label=_("Title or words of the text"), required=False, max_length=100)
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("All")), *PolicyKind.choices])
    unit = forms.ModelChoiceField(label=_("Owner unit"), required=False, queryset=Unit.objects.none())
    standing = forms.ChoiceField(label=_("Where it stands"), required=False, choices=STANDINGS)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]

    def found_in(self, policies: Policies) -> Policies:
        """Give the policies that were asked for; what cannot be read narrows nothing."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        standing = told.get("standing")
        policies = policies.exclude(repealed=None) if standing == "repealed" else policies.standing()
        if told.get("q"):
            policies = policies.saying(told["q"])
        if told.get("kind"):
            policies = policies.filter(kind=told["kind"])
        if told.get("unit"):
            policies = policies.filter(unit=told["unit"])
        versions = PolicyVersion.objects.filter(policy=OuterRef("pk"))
        narrowing = {
            "in_force": versions.in_force(),
            "open": versions.open(),
            "untold": versions.in_force().filter(made_known=None),
        }
        return policies.filter(Exists(narrowing[standing])) if standing in narrowing else policies
