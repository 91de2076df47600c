"""Papers of a meeting: invitation, sheet to sign, minutes, extract of an item; the page for the monthly meeting."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.thai import buddhist_year, fiscal_year_of, format_date
from prongsai.ita.writing.compose import (
    Attendee,
    MeetingAgenda,
    MinutesItem,
    PaperHead,
    Present,
    Sitting,
    UnitTask,
    attendance_sheet,
    invitation_memo,
    meeting_page,
    minutes_extract,
    minutes_paper,
    signer,
)
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.registers.meetings.file_holders import has_signed_minutes
from prongsai.registers.meetings.models import AgendaItem, Attendance, Decision, Meeting, Presence

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"


def invitation(meeting: Meeting, agency: Agency) -> Paper:
    """Compose the memo that calls the meeting. Number and day of the letter stay gaps until they are typed."""
    head = _head(meeting, agency, number=meeting.letter_number or None, day=meeting.letter_day, draft=True)
    return invitation_memo(
        head,
        _sitting(meeting),
        [MinutesItem(item.number, item.title) for item in meeting.items.all()],
        to=f"{meeting.group.name}ทุกท่าน" if meeting.group.members.exists() else None,
        cause=meeting.why or None,
        signature=signer("ผู้เรียกประชุม", "ตำแหน่งผู้เรียกประชุม"),
    )


def sheet_to_sign(meeting: Meeting, agency: Agency) -> Paper:
    """Compose the sheet to sign, with the members that are expected."""
    expected = [_attendee(one) for one in _attendances(meeting)]
    return attendance_sheet(_head(meeting, agency, draft=False), _sitting(meeting), expected)


def minutes(meeting: Meeting, agency: Agency) -> Paper:
    """Compose the minutes: ร่าง until the signed scan is here."""
    people = _attendances(meeting)
    present = Present(
        came=[_attendee(one) for one in people if one.is_here and not one.is_guest],
        away=[_attendee(one) for one in people if one.presence == Presence.ABSENT and not one.is_guest],
        guests=[_attendee(one) for one in people if one.is_here and one.is_guest],
    )
    items = [_item(item) for item in _items(meeting)]
    note_taker = signer(
        "ผู้จดรายงานการประชุม", "ตำแหน่งผู้จดรายงานการประชุม", meeting.note_taker_post or None, meeting.note_taker or None
    )
    checker = signer(
        "ผู้ตรวจรายงานการประชุม", "ตำแหน่งผู้ตรวจรายงานการประชุม", meeting.checker_post or None, meeting.checker or None
    )
    head = _head(meeting, agency, draft=not has_signed_minutes(meeting.pk))
    return minutes_paper(head, _sitting(meeting), present, items, note_taker=note_taker, checker=checker)


def extract(item: AgendaItem, agency: Agency) -> Paper:
    """Compose one item of the minutes as proof."""
    meeting = item.meeting
    part = None if item.is_part else meeting.items.filter(part=item.part, position=0).first()
    told = next(each for each in _items(meeting) if each.pk == item.pk)
    adopted = meeting.adopted_at
    return minutes_extract(
        _head(meeting, agency, draft=not has_signed_minutes(meeting.pk)),
        _sitting(meeting),
        MinutesItem(part.number, part.title) if part else None,
        _item(told),
        adopted_at=f"ครั้งที่ {adopted.number_words}" if adopted else None,
    )


def monthly_page(decisions: Sequence[Decision], meeting: Meeting | None, agency: Agency) -> Paper:
    """Compose the ITA page for the monthly meeting: what each unit still owes. Measures come from the yearly job."""
    on = today(agency)
    head = PaperHead(agency=agency.name, year=fiscal_year_of(on), draft=False, footer=DEMO if agency.is_demo else "")
    item = meeting.items.filter(is_ita=True).first() if meeting else None
    agenda = MeetingAgenda(
        held_on=meeting.day if meeting else None,
        place=(meeting.place or None) if meeting else None,
        agenda_item=item.number if item else None,
        tasks=[UnitTask(_owner(each), each.what, each.due) for each in decisions],
    )
    return meeting_page(head, agenda)


PAPERS: dict[str, tuple[Promise, Callable[[Meeting, Agency], Paper]]] = {
    "invitation": (_("Memo that calls the meeting"), invitation),
    "attendance": (_("Sheet to sign"), sheet_to_sign),
    "minutes": (_("Minutes"), minutes),
}


def _head(
    meeting: Meeting, agency: Agency, *, number: str | None = None, day: date | None = None, draft: bool
) -> PaperHead:
    return PaperHead(
        agency=agency.name,
        year=buddhist_year(meeting.day),
        unit=meeting.group.unit.name,
        number=number,
        day=day,
        draft=draft,
        footer=DEMO if agency.is_demo else "",
    )


def _sitting(meeting: Meeting) -> Sitting:
    return Sitting(
        group=meeting.group.name,
        number=meeting.number_words,
        day=meeting.day,
        starts=meeting.starts,
        ends=meeting.ends,
        place=meeting.place or None,
    )


def _attendances(meeting: Meeting) -> list[Attendance]:
    return list(meeting.attendances.select_related("person"))


def _attendee(one: Attendance) -> Attendee:
    note = f"ผู้แทน: {one.note}" if one.presence == Presence.REPRESENTED and one.note else one.note
    return Attendee(one.full_name, one.post, one.role, note)


def _items(meeting: Meeting) -> list[AgendaItem]:
    found = meeting.items.prefetch_related("left_room__attendance__person", "decisions__person", "decisions__unit")
    return list(found)


def _item(item: AgendaItem) -> MinutesItem:
    return MinutesItem(
        number=item.number,
        title=item.title,
        said=item.said,
        resolution=item.resolution,
        left_room=[str(left.attendance) for left in item.left_room.all()],
        decided=[
            f"ให้{_owner(each)} {each.what} ภายในวันที่ {format_date(each.due, form='long', digits='arabic')}"
            for each in item.decisions.all()
        ],
    )


def _owner(decision: Decision) -> str:
    return decision.owner
