"""What the home page tells of submissions: what waits for somebody's opinion or decision, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.platform.modules import HomeLine, HomePart
from prongsai.registers.approvals.services.asking import waiting_turns

SHOWN = 3


class SubmissionsWaiting:
    """Each of the oldest with whose turn it is, and how many more there are."""

    key = "approvals.waiting"
    part = HomePart.SIGNATURES

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:
        """Give at most four lines, none where nothing waits."""
        waiting = [pair for pair in waiting_turns(today) if units is None or pair[0].unit_id in units]
        for submission, turn in waiting[:SHOWN]:
            told = {"subject": submission.subject, "post": turn.by.title if turn.by else _("above the office")}
            words = _("%(subject)s, with %(post)s") % told
            yield HomeLine(words, "approval", {"submission": submission.pk}, unit=submission.unit_id, order=10)
        more = len(waiting) - SHOWN
        if more > 0:
            words = ngettext("%(count)s more submission waits", "%(count)s more submissions wait", more)
            yield HomeLine(words % {"count": more}, "approvals", order=20)
