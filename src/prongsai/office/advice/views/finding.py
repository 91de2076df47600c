"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.office.advice.models import Advised, Adviser, Invitation, SentRollUp
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role

AGREEING = (Role.EXECUTIVE, Role.SYSTEM_ADMIN)
"""Who lets an office advise the agency, and ends it."""

SENDERS = (Role.COORDINATOR, Role.EXECUTIVE)
READERS = (*SENDERS, Role.AUDITOR)
SEEING = (*READERS, Role.SYSTEM_ADMIN)
"""Who sees that there is an adviser; a system administrator sees no figures."""

ADVISERS = (Role.OVERSEER,)


def adviser_of(acting: Acting, adviser: int) -> Adviser:
    """Give an office that advises the agency, or 404."""
    return get_object_or_404(Adviser.objects.visible_to(acting).select_related("office"), pk=adviser)


def sent_of(acting: Acting, sent: int) -> SentRollUp:
    """Give a submission of the agency, or 404."""
    found = SentRollUp.objects.visible_to(acting).select_related("adviser__office", "round")
    return get_object_or_404(found, pk=sent)


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round of the agency, or 404."""
    return get_object_or_404(Round.objects.visible_to(acting), pk=round_id)


def advised_of(acting: Acting, advised: int) -> Advised:
    """Give an agency that one advises, or 404."""
    return get_object_or_404(Advised.objects.visible_to(acting).select_related("office"), pk=advised)


def invitation_of(acting: Acting, invitation: int) -> Invitation:
    """Give an invitation, or 404."""
    return get_object_or_404(Invitation.objects.visible_to(acting), pk=invitation)
