"""Who came to a briefing, written down from the attendance sheet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import settle
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.file_holders import BRIEFING_SHEET
from prongsai.registers.circulars.models import Attendee, Briefing, BriefingState
from prongsai.registers.circulars.notice_kinds import BRIEFING
from prongsai.registers.circulars.services.calling import kept_briefing
from prongsai.registers.policies.services import Way as PolicyWay
from prongsai.registers.policies.services import note_made_known


@transaction.atomic
def record_attendance(
    *,
    acting: Acting,
    briefing: Briefing,
    came: Sequence[Attendee],
    guests: int,
    scan: Sequence[CleanFile],
    asked: str = "",
) -> Briefing:
    """Write down who came, with the scan or photograph of the signed sheet. Who is not named did not come.

    Refuses Conflict: before its day, without a scan, nobody came, called by somebody else, written down before.
    """
    current, day = kept_briefing(acting, briefing), today(acting.agency)
    if current.day > day:
        raise Conflict(_("The attendance can be written down once the day of the briefing has come."))
    if not scan or not (came or guests):
        raise Conflict(_("The attendance needs the scan of the signed sheet, and at least one person who came."))
    numbers = {attendee.pk for attendee in came}
    for attendee in current.attendees.select_for_update():
        attendee.came = attendee.pk in numbers
        attendee.save(update_fields=["came"])
    current.state, current.recorded, current.guests, current.asked = BriefingState.HELD, day, guests, asked
    current.save(update_fields=["state", "recorded", "guests", "asked"])
    attach_files(acting=acting, agency=current.agency_id, holder=BRIEFING_SHEET.key, thing=current.pk, files=scan)
    if current.policy_id:
        link = Link("briefing", {"briefing": current.pk})
        note_made_known(acting=acting, policy=current.policy_id, way=PolicyWay.MEETING, day=current.day, link=link)
    settle(kind=BRIEFING, thing=current.pk, by=acting)
    record(acting, "circulars.attendance_recorded", thing=current, figures={"came": len(numbers), "guests": guests})
    return current
