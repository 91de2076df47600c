"""The register on paper and as a workbook: Thai, as the office files it; the sheet for a walk; labels of places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from prongsai.ita.papers.blocks import Block, Column, Paper, Row, Table
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing.cells import NONE, running, text_cell
from prongsai.ita.writing.compose.head import signer
from prongsai.ita.writing.place_labels import PlaceLabel, write_place_labels
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.links import whole_address
from prongsai.registers.placements.models import Place, Placement, State
from prongsai.registers.placements.sheet import COLUMNS, EXAMPLE, HELP, KIND_WORDS, ONLY_OUT, SHEET, TOPIC_WORDS

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
STATE_WORDS: dict[str, str] = {
    State.HANGING: "ติดตั้งอยู่",
    State.DAMAGED: "ชำรุด",
    State.MISSING: "ไม่พบ",
    State.TAKEN_DOWN: "ปลดแล้ว",
}
WALK_TITLE = "ใบเดินตรวจจุดติดตั้ง"
_WIDTHS = (50, 12, 30, 24, 26, 24, 30, 20, 20, 20, 16)


def workbook(found: Iterable[Placement]) -> bytes:
    """Return the register as a workbook; it can be sent in again."""
    return _sheet([_values(one) for one in found])


def form_to_fill() -> bytes:
    """Return the empty workbook with one invented row, to be typed over."""
    return _sheet([EXAMPLE])


def register_paper(found: Sequence[Placement], agency: Agency, day: date) -> Paper:
    """Return the register on A4."""
    lacking = sum(one.lacks_photograph(day) for one in found)
    told = (
        f"ณ วันที่ {format_date(day, digits='arabic')} มีจุดติดตั้ง {len(found)} รายการ "
        f"ยังไม่มีภาพถ่ายของปีงบประมาณ พ.ศ. {fiscal_year_of(day)} จำนวน {lacking} รายการ"
    )
    blocks: list[Block] = [running(told), standing_table(found)]
    return _paper(SHEET, blocks, agency, day)


def walk_paper(found: Sequence[Placement], agency: Agency, day: date) -> Paper:
    """Return the sheet to walk with: places as bands, cells to tick, room for remarks and a signature."""
    columns = (Column("ที่", 3), Column("สิ่งที่ติดตั้ง", 18), Column("พบ", 4), Column("ชำรุด", 4), Column("ไม่พบ", 4),
               Column("หมายเหตุ", 12))  # fmt: skip
    rows: list[Row] = []
    place = None
    for number, one in enumerate(found, 1):
        if one.place != place:
            place = one.place
            rows.append(Row(band=str(place)))
        texts = (str(number), f"{one.title} ({KIND_WORDS[one.kind]})", " ", " ", " ", " ")
        rows.append(Row(tuple(text_cell(text) for text in texts)))
    table: Block = Table(columns, tuple(rows), summary=WALK_TITLE) if rows else running(NONE)
    head = running("วันที่ตรวจ ......................................................")
    return _paper(WALK_TITLE, [head, table, signer("ผู้ตรวจ", "ตำแหน่งผู้ตรวจ")], agency, day)


def standing_table(found: Sequence[Placement]) -> Block:
    """Return the table of placements, ไม่มี where there are none."""
    if not found:
        return running(NONE)
    columns = (
        Column("ที่", 4), Column("สิ่งที่ติดตั้ง", 17), Column("สถานที่", 14), Column("ผู้รับผิดชอบ", 11),
        Column("ติดตั้งเมื่อ", 11), Column("พบล่าสุด", 11), Column("ภาพล่าสุด", 11), Column("สถานะ", 10),
    )  # fmt: skip
    rows = tuple(
        Row(tuple(text_cell(text or "–") for text in (str(number), *_texts(one))))
        for number, one in enumerate(found, 1)
    )
    return Table(columns, rows, summary=f"{SHEET} {len(found)} รายการ")


def labels(places: Sequence[Place], agency: Agency, day: date) -> bytes:
    """Return labels of places as PDF; without a known address of the office they carry no code. Refuses FONT."""
    made = [PlaceLabel(place.name, place.area, whole_address(agency, place.get_absolute_url())) for place in places]
    return write_place_labels(made, agency.name, day, footer=DEMO if agency.is_demo else "")


def _texts(one: Placement) -> tuple[str, ...]:
    photographed = _day(one.last_photographed) or NONE
    days = (_day(one.since), _day(one.last_seen), photographed)
    return (f"{one.title} ({KIND_WORDS[one.kind]})", str(one.place), one.unit.name, *days, STATE_WORDS[one.state])


def _day(day: date | None) -> str:
    return format_date(day, form="short", digits="arabic") if day else ""


def _paper(title: str, blocks: Sequence[Block], agency: Agency, day: date) -> Paper:
    return Paper(
        title=(title, agency.name),
        subject=title,
        blocks=tuple(blocks),
        agency=agency.name,
        year=fiscal_year_of(day),
        draft=False,
        footer=DEMO if agency.is_demo else "",
    )


def _values(one: Placement) -> tuple[str | date | None, ...]:
    return (
        one.title,
        KIND_WORDS[one.kind],
        one.place.name,
        one.place.area,
        one.unit.name,
        TOPIC_WORDS[one.topic] if one.topic else "",
        one.about,
        one.since,
        one.last_seen,
        one.last_photographed,
        STATE_WORDS[one.state],
    )


def _sheet(rows: Iterable[Sequence[str | date | None]]) -> bytes:
    headings = [*(words[0] for words in COLUMNS.values()), *ONLY_OUT]
    return write_row_sheet(SHEET, list(zip(headings, _WIDTHS, strict=True)), rows, words=HELP)
