"""The reason that a change of a decided plan needs."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.fields import TextField
from prongsai.platform.web.strict_form import StrictForm


class AmendingForm(StrictForm, forms.Form):
    """Base of forms about a plan: the mark of what was seen, and the reason where the plan is decided."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, decided: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if decided:
            self.fields["because"] = because_field()

    @property
    def because(self) -> str:
        """The reason, empty where none is needed."""
        return str(self.cleaned_data.get("because") or "")


def because_field() -> TextField:
    """Give the box of the reason."""
    return TextField(
        label=_("Why the decided plan is changed"),
        max_length=500,
        help_text=_("It stays with the plan, for example: decision of the meeting of 10 March 2568."),
    )
