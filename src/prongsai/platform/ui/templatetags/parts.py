"""What the components ask for."""

from __future__ import annotations

from django import template
from django.forms import BoundField

from prongsai.platform.ui.states import State, Tone

register = template.Library()


@register.filter
def focus_id(field: BoundField) -> str:
    """Give the id of the first thing in a field that can be focused."""
    first = next(iter(field.subwidgets), None)
    nested = first.data.get("subwidgets") if first else None
    if nested:
        return str(nested[0]["attrs"]["id"])
    return str(field.id_for_label or (first.id_for_label if first else "") or field.auto_id)


@register.filter
def state_label(name: str) -> str:
    """Give the words of a state."""
    return str(State(name).label)


@register.filter
def state_tone(name: str) -> Tone:
    """Give the tone in which a state is shown."""
    return State(name).tone
