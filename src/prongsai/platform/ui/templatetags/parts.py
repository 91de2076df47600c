"""What the components ask for."""

from __future__ import annotations

from django import template
from django.forms import BoundField

from prongsai.platform.ui.menu import Shown, public_menu_of
from prongsai.platform.ui.states import State, Tone

register = template.Library()


@register.simple_tag(takes_context=True)
def public_menu(context: template.RequestContext) -> list[Shown]:
    """List the pages for citizens of the agency whose page this is, none where it is no agency's."""
    agency, request = context.get("agency"), context.get("request")
    return public_menu_of(agency, request.path) if agency and request else []


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
