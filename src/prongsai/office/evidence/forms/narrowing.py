"""Narrowing the lists."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.office.evidence.models import ProofState
from prongsai.platform.ui.fields import TextField
from prongsai.platform.ui.states import State

STATES = (
    State.NOT_DUE,
    State.NOT_STARTED,
    State.UNDER_WAY,
    State.AWAITING_EVIDENCE,
    State.CONTINUING,
    State.DONE,
    State.OVERDUE,
    State.NOT_DONE,
)
"""The states that measures have, in the order in which they are counted."""


class ProgressFilter(forms.Form):
    """Words, unit and state."""

    q = TextField(label=_("Words in the measure or its steps"), required=False, max_length=100)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = [("", _("All")), *units]  # type: ignore[attr-defined]
        states = [(state.value, state.label) for state in STATES]
        self.fields["state"].choices = [("", _("All")), *states]  # type: ignore[attr-defined]


class ProofFilter(forms.Form):
    """Words, unit and state."""

    q = TextField(label=_("Words in the proof"), required=False, max_length=100)
    unit = forms.ChoiceField(label=_("Unit"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[("", _("All")), *ProofState.choices])

    def __init__(self, *args: Any, units: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["unit"].choices = [("", _("All")), *units]  # type: ignore[attr-defined]
