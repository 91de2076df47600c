"""What the home page tells of meetings: minutes that wait to be adopted, or for their signed copy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef
from django.utils.translation import ngettext

from prongsai.platform.files.models import Attachment
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.registers.meetings.file_holders import SIGNED_MINUTES
from prongsai.registers.meetings.models import Meeting, MeetingState


class MinutesWaiting:
    """How many minutes; of groups whose papers only members see, nothing is told."""

    key = "meetings.minutes"
    part = HomePart.SIGNATURES

    def lines(
        self,
        today: date,  # noqa: ARG002 the signature is that of all sources
        *,
        units: frozenset[int] | None = None,
    ) -> Iterable[HomeLine]:
        """Give at most two lines with their numbers, none where nothing waits."""
        meetings = Meeting.objects.filter(group__is_closed_circle=False)
        if units is not None:
            meetings = meetings.filter(group__unit__in=units)
        if count := meetings.filter(state=MeetingState.HELD).count():
            words = ngettext(
                "%(count)s meeting's minutes wait to be adopted",
                "%(count)s meetings' minutes wait to be adopted",
                count,
            )
            yield HomeLine(words % {"count": count}, "meetings", order=200)
        signed = Exists(Attachment.objects.filter(holder=SIGNED_MINUTES.key, thing=OuterRef("pk")))
        if count := meetings.filter(~signed, state=MeetingState.ADOPTED).count():
            words = ngettext(
                "%(count)s adopted minutes wait for their signed copy",
                "%(count)s adopted minutes wait for their signed copies",
                count,
            )
            yield HomeLine(words % {"count": count}, "meetings", order=210)
