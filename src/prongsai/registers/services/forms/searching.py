"""Finding services in the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.ui.fields import TextField
from prongsai.registers.services.models import Audience, ServiceVersion
from prongsai.registers.services.models.service import Services

STANDINGS = (
    ("", _("All")),
    ("draft", _("Draft")),
    ("submitted", _("Waiting for approval")),
    ("posted", _("On the public page")),
    ("unposted", _("Not on the public page")),
    ("given-up", _("No longer offered")),
)


class SearchForm(forms.Form):
    """Words, audience, unit, standing."""

    q = TextField(label=_("Name, unit or law"), required=False, max_length=100)
    audience = forms.ChoiceField(label=_("For whom"), required=False, choices=[("", _("All")), *Audience.choices])
    owner = forms.ModelChoiceField(label=_("Owner unit"), required=False, queryset=Unit.objects.none())
    standing = forms.ChoiceField(label=_("Where it stands"), required=False, choices=STANDINGS)

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["owner"].queryset = units  # type: ignore[attr-defined]

    def found_in(self, services: Services) -> Services:
        """Give the services that were asked for; what cannot be read narrows nothing."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        standing = told.get("standing")
        services = services.exclude(given_up=None) if standing == "given-up" else services.offered()
        if told.get("q"):
            services = services.saying(told["q"])
        if told.get("audience"):
            services = services.filter(audience=told["audience"])
        if told.get("owner"):
            services = services.filter(unit=told["owner"])
        versions = ServiceVersion.objects.filter(service=OuterRef("pk"))
        if standing in ("draft", "submitted"):
            services = services.filter(Exists(versions.filter(state=standing)))
        if standing == "posted":
            services = services.filter(Exists(versions.posted()))
        if standing == "unposted":
            services = services.filter(~Exists(versions.posted()))
        return services
