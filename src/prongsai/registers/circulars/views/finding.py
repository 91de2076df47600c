"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.agency.models.people import People
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.models import Briefing, Circular, Receiver
from prongsai.registers.circulars.models.circular import WRITERS

READERS = (*WRITERS, Role.AUDITOR, Role.INVESTIGATOR, Role.SYSTEM_ADMIN)
"""Whoever may stand on the staff list, and so receive a circular. An adviser is of another office."""


def circular_of(acting: Acting, circular: int) -> Circular:
    """Give a circular, or 404."""
    found = Circular.objects.visible_to(acting).select_related("unit", "sender", "paper_signer", "policy")
    return get_object_or_404(found, pk=circular)


def kept_circular(acting: Acting, circular: int) -> Circular:
    """Give a circular that one sent oneself. Refuses Conflict for who may know it, 404 for who may not."""
    found = circular_of(acting, circular)
    if not found.is_kept_by(acting):
        raise Conflict(_("Only who sent this circular keeps its list."))
    return found


def receiver_of(circular: Circular, receiver: int) -> Receiver:
    """Give a receiver of a circular, or 404."""
    return get_object_or_404(circular.receivers.select_related("person", "unit"), pk=receiver)


def briefing_of(acting: Acting, briefing: int) -> Briefing:
    """Give a briefing, or 404."""
    found = Briefing.objects.visible_to(acting).select_related("unit", "convener", "policy")
    return get_object_or_404(found, pk=briefing)


def kept_briefing(acting: Acting, briefing: int) -> Briefing:
    """Give a briefing that one called oneself. Refuses Conflict for who may know it, 404 for who may not.

    One of an old register is nobody's to keep: it has counts and no names.
    """
    found = briefing_of(acting, briefing)
    if found.is_from_register:
        raise Conflict(_("This briefing is of the office's old register: its counts stay as they are."))
    if not found.is_kept_by(acting):
        raise Conflict(_("Only who called this briefing keeps its attendance."))
    return found


def people_of(acting: Acting) -> People:
    """Give the people to choose from, in the order of units and names."""
    return Person.objects.here(today(acting.agency)).order_by("unit__order", "unit_id", "sort_key", "pk")
