"""What is printed: the memo of a circular, its list of signatures, the attendance sheet of a briefing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from prongsai.ita.papers.blocks import Paper, SignatureBlock
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.compose import (
    CircularText,
    PaperHead,
    SignatureSheet,
    Signee,
    circular_memo,
    signature_sheet,
    signer,
)
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.line_text import text_for_line
from prongsai.platform.notices.links import whole_address
from prongsai.registers.circulars.audience import in_words, post_of
from prongsai.registers.circulars.file_holders import CIRCULAR_FILE
from prongsai.registers.circulars.models import Attendee, Briefing, Circular, Receiver, Way
from prongsai.registers.circulars.services.counting import came_to, counts_of

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
MORE_LINES = 5
"""Lines left on an attendance sheet for who was not called."""
_DONE = {
    Way.SCREEN: "รับทราบในระบบ",
    Way.LINK: "รับทราบในระบบ",
    Way.SHEET: "ลงลายมือชื่อในแบบแล้ว",
    Way.LINE: "แจ้งทางไลน์ (บันทึกแทน)",
    Way.TELEPHONE: "แจ้งทางโทรศัพท์ (บันทึกแทน)",
    Way.IN_PERSON: "แจ้งด้วยตนเอง (บันทึกแทน)",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A paper as bytes, with its type and the end of its name."""

    content: bytes
    content_type: str
    suffix: str


def written(paper: Paper, agency: Agency, *, word: bool) -> Written:
    """Write a paper as PDF, or as a Word file. Refuses FONT where the fonts are not installed."""
    day = today(agency)
    if word:
        return Written(write_docx(paper, day), Kind.DOCX.content_type, "docx")
    return Written(write_pdf(paper, day), Kind.PDF.content_type, "pdf")


def memo_of(circular: Circular, agency: Agency) -> Paper:
    """Give the memo: ร่าง until its signed scan with number and day is attached."""
    day = circular.sent or today(agency)
    head = replace(
        _head(agency, day),
        unit=circular.unit.name,
        number=circular.paper_number or None,
        day=circular.paper_day,
        draft=not circular.is_signed,
    )
    told = CircularText(
        to=in_words(circular),
        subject=circular.subject,
        paragraphs=_paragraphs(circular.words),
        due=circular.due,
        enclosures=file_names(CIRCULAR_FILE.key, circular.pk),
    )
    return circular_memo(head, told, signature=_signature(circular, day))


def list_of(circular: Circular, agency: Agency, *, empty: bool) -> Paper:
    """Give the list for signatures: `empty` to be signed by everybody, else with who has acknowledged so far."""
    receivers = circular.receivers.listed()
    counts = counts_of(circular)
    below = [] if empty else [(f"ผู้รับ {counts.asked} คน รับทราบแล้ว {counts.acknowledged} คน",)]
    sheet = SignatureSheet(
        title=("แบบลงชื่อรับทราบ", f"เรื่อง {circular.subject}"),
        about=[(f"หนังสือแจ้งเวียน{_of_the_day(circular)} ข้าพเจ้าได้อ่านและรับทราบแล้ว จึงลงลายมือชื่อไว้เป็นหลักฐาน",)],
        signees=[_signee(receiver, empty=empty) for receiver in receivers],
        below=below,
    )
    return signature_sheet(_head(agency, circular.sent or today(agency)), sheet)


def attendance_of(briefing: Briefing, agency: Agency) -> Paper:
    """Give the attendance sheet: to be signed while the briefing is held; afterwards with who came."""
    asked, came = came_to(briefing)
    below = []
    if briefing.is_held:
        below = [(f"ผู้ที่เชิญ {asked} คน เข้าร่วม {came} คน ผู้เข้าร่วมอื่น {briefing.guests} คน",)]
    where = f"วันที่ {_day(briefing.day)}{f' เวลา {briefing.hours} น.' if briefing.hours else ''} ณ {briefing.place}"
    about = [(where,)] + ([(f"ผู้ชี้แจง {briefing.speakers}",)] if briefing.speakers else [])
    sheet = SignatureSheet(
        title=("ใบลงลายมือชื่อผู้เข้าร่วมประชุมชี้แจง", f"เรื่อง {briefing.subject}"),
        about=about,
        signees=[_attendee(attendee) for attendee in briefing.attendees.listed()],
        last="หมายเหตุ",
        blanks=0 if briefing.is_held else MORE_LINES,
        below=below,
    )
    return signature_sheet(_head(agency, briefing.day), sheet)


def line_text_of(circular: Circular, agency: Agency) -> str:
    """Give the lines for the office's LINE group."""
    address = whole_address(agency, circular.get_absolute_url())
    return text_for_line(
        subject=f"แจ้งเวียน: {circular.subject}", words=circular.words, due=circular.due, address=address
    )


def line_text_of_briefing(briefing: Briefing, agency: Agency) -> str:
    """Give the lines that call the office's LINE group to a briefing."""
    when = f"วันที่ {_day(briefing.day)}{f' เวลา {briefing.hours} น.' if briefing.hours else ''}"
    items = (when, f"สถานที่ {briefing.place}", *([f"ผู้ชี้แจง {briefing.speakers}"] if briefing.speakers else []))
    address = whole_address(agency, briefing.get_absolute_url())
    return text_for_line(subject=f"ประชุมชี้แจง: {briefing.subject}", words=briefing.words, items=items, address=address)


def file_names(holder: str, thing: int) -> list[str]:
    """Give the names of the attached files, without their ends."""
    held = Attachment.objects.filter(holder=holder, thing=thing).select_related("file")
    return [attachment.file.newest.name.rpartition(".")[0] for attachment in held]


def _head(agency: Agency, day: date) -> PaperHead:
    footer = DEMO if agency.is_demo else ""
    return PaperHead(agency=agency.name, year=fiscal_year_of(day), draft=False, footer=footer)


def _signature(circular: Circular, day: date) -> SignatureBlock:
    signed = circular.paper_signer
    name, post = (signed.full_name, post_of(signed, day)) if signed else (None, None)
    return signer("ผู้แจ้งเวียน", "ตำแหน่งผู้แจ้งเวียน", post, name)


def _signee(receiver: Receiver, *, empty: bool) -> Signee:
    shown = not empty and receiver.acknowledged is not None
    done = _DONE[Way(receiver.way)] if shown else ""
    day = format_date(receiver.acknowledged, form="short", digits="arabic") if shown and receiver.acknowledged else ""
    return Signee(receiver.person.full_name, receiver.post, receiver.unit.name, done, day)


def _attendee(attendee: Attendee) -> Signee:
    done = {True: "เข้าร่วม (ตามใบลงลายมือชื่อ)", False: "ไม่ได้เข้าร่วม", None: ""}[attendee.came]
    return Signee(attendee.person.full_name, attendee.post, attendee.unit.name, done)


def _paragraphs(words: str) -> list[str]:
    return [line.strip() for line in words.splitlines() if line.strip()]


def _of_the_day(circular: Circular) -> str:
    number = f" ที่ {circular.paper_number}" if circular.paper_number else ""
    return f"{number} ลงวันที่ {_day(circular.paper_day)}" if circular.paper_day else number


def _day(day: date) -> str:
    return format_date(day, digits="arabic")
