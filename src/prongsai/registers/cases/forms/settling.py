"""The unit that receives requests from the web."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.agency.models import Unit
from prongsai.platform.web.strict_form import StrictForm


class FrontDeskForm(StrictForm, forms.Form):
    """One unit."""

    unit = forms.ModelChoiceField(label=_("Receiving unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
