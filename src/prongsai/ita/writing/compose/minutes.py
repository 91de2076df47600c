"""Papers of a meeting: invitation, sheet to sign, รายงานการประชุม, extracts. Nothing is said that nobody wrote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from prongsai.ita.papers.blocks import (
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Inline,
    Items,
    Paper,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, plain, signer, typed
from prongsai.ita.writing.compose.memo import WRITER, MemoText, memo
from prongsai.ita.writing.compose.signature_sheet import ROOM_TO_SIGN

NOTE_TAKER = signer("ผู้จดรายงานการประชุม", "ตำแหน่งผู้จดรายงานการประชุม")
CHECKER = signer("ผู้ตรวจรายงานการประชุม", "ตำแหน่งผู้ตรวจรายงานการประชุม")


@dataclass(frozen=True, slots=True)
class Sitting:
    """Which meeting: the group, the number as the office counts it (`3/2568`), day, times and place."""

    group: str
    number: str | None = None
    day: date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at the meeting, or away from it: name, post, role there, and why away or by whom represented."""

    name: str
    post: str
    role: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """Who came, who did not, and who sat in without being a member."""

    came: Sequence[Attendee] = ()
    away: Sequence[Attendee] = ()
    guests: Sequence[Attendee] = ()


@dataclass(frozen=True, slots=True)
class MinutesItem:
    """An item (`4` or `4.1`): what was said in short, who left the room meanwhile, what was resolved.

    `decided` are the tasks that the resolution gives out, each with its owner and day in words.
    """

    number: str
    title: str
    said: str = ""
    resolution: str = ""
    left_room: Sequence[str] = ()
    decided: Sequence[str] = field(default=())

    @property
    def is_part(self) -> bool:
        """Whether it heads a part of the agenda."""
        return "." not in self.number


def minutes_paper(
    head: PaperHead,
    sitting: Sitting,
    present: Present,
    items: Sequence[MinutesItem],
    *,
    note_taker: SignatureBlock = NOTE_TAKER,
    checker: SignatureBlock = CHECKER,
) -> Paper:
    """Return the minutes in official form. Times, place and texts that nobody gave are gaps."""
    blocks: list[Block] = [
        *_people("ผู้มาประชุม", present.came),
        *_people("ผู้ไม่มาประชุม", present.away),
        *_people("ผู้เข้าร่วมประชุม", present.guests),
        plain("เริ่มประชุมเวลา ", _clock(sitting.starts, "เวลาเริ่มประชุม"), bold=True),
        *(block for item in items for block in _item(item, bare=_has_parts(item, items))),
        plain("เลิกประชุมเวลา ", _clock(sitting.ends, "เวลาเลิกประชุม"), bold=True),
        note_taker,
        checker,
    ]
    return head.paper(_title("รายงานการประชุม", sitting, head), f"รายงานการประชุม{sitting.group}", blocks)


def minutes_extract(
    head: PaperHead, sitting: Sitting, part: MinutesItem | None, item: MinutesItem, *, adopted_at: str | None = None
) -> Paper:
    """Return one item of the minutes as proof: under its part of the agenda, with a place to certify the copy.

    `adopted_at` says at which meeting the minutes were adopted; without it the paper says that they are not yet.
    """
    adopted = f"รับรองแล้วในการประชุม{adopted_at}" if adopted_at else "รายงานการประชุมนี้ยังไม่ได้รับรอง"
    blocks: list[Block] = [
        *([Heading(f"ระเบียบวาระที่ {part.number} {part.title}", 2)] if part else []),
        *_item(item, bare=False),
        running(adopted),
        running("คัดจากรายงานการประชุม เพื่อใช้เป็นหลักฐาน"),
        signer("สำเนาถูกต้อง", "ตำแหน่งผู้รับรองสำเนา"),
    ]
    return head.paper(_title("คัดสำเนารายงานการประชุม", sitting, head), f"คัดสำเนารายงานการประชุม{sitting.group}", blocks)


def attendance_sheet(head: PaperHead, sitting: Sitting, expected: Sequence[Attendee], spare: int = 4) -> Paper:
    """Return the sheet to sign: who is expected, room for each signature, and `spare` empty rows for others."""
    columns = (
        Column("ที่", 1), Column("ชื่อ-สกุล", 6), Column("ตำแหน่ง", 6), Column("ลายมือชื่อ", 5), Column("หมายเหตุ", 3),
    )  # fmt: skip
    named = [(entry.name, " ".join(filter(None, (entry.post, entry.role)))) for entry in expected]
    rows = tuple(
        Row((text_cell(str(number)), text_cell(name), text_cell(post), ROOM_TO_SIGN, text_cell("")))
        for number, (name, post) in enumerate([*named, *[("", "")] * spare], start=1)
    )
    blocks: list[Block] = [
        Table(columns, rows, summary="ลายมือชื่อผู้เข้าร่วมประชุม"),
        plain("รวมผู้มาประชุม ", Gap("จำนวน"), " คน"),
    ]
    return head.paper(_title("ใบลงลายมือชื่อผู้เข้าร่วมประชุม", sitting, head), "ใบลงลายมือชื่อผู้เข้าร่วมประชุม", blocks)


def invitation_memo(
    head: PaperHead,
    sitting: Sitting,
    agenda: Sequence[MinutesItem],
    *,
    to: str | None = None,
    cause: str | None = None,
    signature: SignatureBlock = WRITER,
) -> Paper:
    """Return the memo that calls a meeting, with its agenda."""
    number = f" ครั้งที่ {sitting.number}" if sitting.number else ""
    text = MemoText(
        to=to,
        subject=f"เชิญประชุม{sitting.group}{number}",
        cause=(typed(cause, "เหตุที่เรียกประชุม"),),
        purpose=(
            f"จึงกำหนดประชุม{sitting.group}{number} ",
            *_when(sitting),
            " ณ ",
            typed(sitting.place, "สถานที่ประชุม"),
            " ตามระเบียบวาระ ดังนี้",
        ),
        details=[plain(f"ระเบียบวาระที่ {item.number} {item.title}" if item.is_part else f"{item.number} {item.title}")
                 for item in agenda],
        conclusion=("จึงเรียนมาเพื่อโปรดเข้าร่วมประชุมตามวัน เวลา และสถานที่ดังกล่าว",),
    )  # fmt: skip
    return memo(head, text, signature=signature)


def _title(what: str, sitting: Sitting, head: PaperHead) -> tuple[str, ...]:
    """Give what the paper is, the group with its agency, number, day, time and place, each on a line."""
    named = [what, sitting.group] if what.startswith("ใบ") else [f"{what}{sitting.group}"]
    day = f"วันที่ {format_date(sitting.day, form='long', digits='arabic')}" if sitting.day else ""
    lines = [
        *named,
        "" if head.agency in sitting.group else head.agency,
        f"ครั้งที่ {sitting.number}" if sitting.number else "",
        " ".join(filter(None, (day, f"เวลา {_shown(sitting.starts)}" if sitting.starts else ""))),
        f"ณ {sitting.place}" if sitting.place else "",
    ]
    return tuple(line for line in lines if line)


def _when(sitting: Sitting) -> tuple[Inline, ...]:
    day: Inline = f"วันที่ {format_date(sitting.day, form='long', digits='arabic')}" if sitting.day else Gap("วันประชุม")
    return (day, " เวลา ", _clock(sitting.starts, "เวลาประชุม"))


def _clock(value: time | None, asks_for: str) -> Inline:
    return _shown(value) if value else Gap(asks_for)


def _shown(value: time) -> str:
    return f"{value:%H.%M} น."


def _people(title: str, people: Sequence[Attendee]) -> Iterator[Block]:
    yield plain(title, bold=True)
    if not people:
        yield running(NONE)
        return
    columns = (Column("ที่", 1), Column("ชื่อ-สกุล", 7), Column("ตำแหน่ง", 7), Column("หน้าที่ในที่ประชุม", 5))
    rows = tuple(
        Row((text_cell(str(number)), text_cell(one.name or "–"), text_cell(one.post or "–"), _duty(one)))
        for number, one in enumerate(people, start=1)
    )
    yield Table(columns, rows, summary=title)


def _duty(one: Attendee) -> Cell:
    return text_cell(" ".join(filter(None, (one.role, f"({one.note})" if one.note else ""))) or "–")


def _has_parts(item: MinutesItem, items: Sequence[MinutesItem]) -> bool:
    return item.is_part and any(other.number.startswith(f"{item.number}.") for other in items)


def _item(item: MinutesItem, *, bare: bool) -> Iterator[Block]:
    """Give an item; `bare`: only its heading, since its own items follow."""
    if item.is_part:
        yield Heading(f"ระเบียบวาระที่ {item.number} {item.title}", 2)
    else:
        yield plain(f"{item.number} {item.title}", bold=True)
    if bare and not item.said and not item.resolution:
        return
    lines = [line.strip() for line in item.said.splitlines() if line.strip()]
    yield from [running(line) for line in lines] or [running(Gap("สรุปสิ่งที่ประชุม") if item.resolution else NONE)]
    for name in item.left_room:
        yield running(f"{name} ออกจากห้องประชุมระหว่างพิจารณาเรื่องนี้")
    if item.resolution:
        yield plain("มติที่ประชุม", bold=True)
        yield from (running(line.strip()) for line in item.resolution.splitlines() if line.strip())
    if item.decided:
        yield Items(tuple((entry,) for entry in item.decided)) if len(item.decided) > 1 else running(item.decided[0])
