"""How a case comes in, where it may stand, and which step follows which."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models
from django.utils.translation import gettext_lazy as _


class Channel(models.TextChoices):
    """How a case came in."""

    ONLINE = "online", _("Web page")
    COUNTER = "counter", _("Counter")
    TELEPHONE = "telephone", _("Telephone")
    LINE = "line", _("LINE")
    PAPER = "paper", _("Letter or paper")


class CaseState(models.TextChoices):
    """Where a case stands."""

    RECEIVED = "received", _("Received")
    IN_WORK = "work", _("In work")
    PAPERS_ASKED = "papers", _("Waiting for papers")
    WITH_APPLICANT = "applicant", _("Waiting for the applicant")
    FINISHED = "finished", _("Finished")
    REJECTED = "rejected", _("Rejected")
    WITHDRAWN = "withdrawn", _("Withdrawn by the applicant")
    FORWARDED = "forwarded", _("Forwarded to another agency")
    MERGED = "merged", _("Joined to another case")


_S = CaseState
WAITING = frozenset({_S.PAPERS_ASKED, _S.WITH_APPLICANT})
"""Something is to come from the applicant."""
CLOSED = frozenset({_S.FINISHED, _S.REJECTED, _S.WITHDRAWN, _S.FORWARDED, _S.MERGED})
OPEN = frozenset(CaseState) - CLOSED
TRANSITIONS: Mapping[CaseState, frozenset[CaseState]] = {
    _S.RECEIVED: frozenset({_S.IN_WORK}) | WAITING | CLOSED,
    _S.IN_WORK: WAITING | CLOSED,
    _S.PAPERS_ASKED: frozenset({_S.IN_WORK}) | (CLOSED - {_S.FINISHED}),
    _S.WITH_APPLICANT: frozenset({_S.IN_WORK}) | (CLOSED - {_S.FINISHED}),
} | dict.fromkeys(CLOSED, frozenset())
"""Which state may follow which. What waits for the applicant is finished only after it was taken up again."""
