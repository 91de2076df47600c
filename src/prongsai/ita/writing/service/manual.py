"""คู่มือสำหรับประชาชน, คู่มือการปฏิบัติงาน: a service as an A4 paper, every part said or marked as lacking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import (
    Block,
    Cell,
    Column,
    Gap,
    Heading,
    Inline,
    Items,
    Notice,
    Paper,
    Paragraph,
    Row,
    Table,
)
from prongsai.ita.papers.service import Audience, ServiceSheet
from prongsai.ita.papers.service_gaps import ASKS_FOR
from prongsai.ita.papers.service_lines import KIND_WORDS, NONE_WORDS, PART_WORDS, copies_text, lines_of, money_text
from prongsai.ita.papers.service_time import time_text, whole_time
from prongsai.ita.thai import fiscal_year_of, format_date
from prongsai.ita.writing.cells import text_cell
from prongsai.ita.writing.service.head import ServiceHead

TITLES = {Audience.PUBLIC: "คู่มือสำหรับประชาชน", Audience.INTERNAL: "คู่มือการปฏิบัติงาน"}
EXAMPLE = "ตัวอย่าง ต้องตรวจกับระเบียบ: ข้อความนี้มากับระบบ หน่วยงานต้องตรวจและแก้ไขให้ตรงกับระเบียบก่อนใช้"


def manual_paper(sheet: ServiceSheet, head: ServiceHead, forms: Sequence[str] = ()) -> Paper:
    """Return the manual; `forms` names the attached forms. What is lacking is a gap, what is not needed says so."""
    name = sheet.name or "(ยังไม่ได้ตั้งชื่อ)"
    year = fiscal_year_of(head.posted) if head.posted else 0
    return Paper(
        title=(TITLES[sheet.audience], name, head.agency),
        subject=f"{TITLES[sheet.audience]} {name}",
        blocks=tuple(manual_blocks(sheet, head, forms)),
        agency=head.agency,
        year=year,
        draft=head.draft,
        footer=head.footer,
    )


def manual_blocks(sheet: ServiceSheet, head: ServiceHead, forms: Sequence[str] = ()) -> list[Block]:
    """Return the parts of the manual in the order of the official form."""
    blocks: list[Block] = [Notice(EXAMPLE)] if sheet.is_example else []
    blocks.append(_overview(sheet, head))
    blocks += [Heading(PART_WORDS["criteria"]), _listed(sheet, "criteria")]
    blocks += [Heading(PART_WORDS["discretion"]), _discretion(sheet)]
    blocks += [Heading(PART_WORDS["steps"]), *_steps(sheet)]
    blocks += [Heading(PART_WORDS["documents"]), _documents(sheet)]
    blocks += [Heading(PART_WORDS["fees"]), _fees(sheet)]
    blocks += [Heading(PART_WORDS["channels"]), _channels(sheet)]
    blocks += [Heading("แบบฟอร์ม"), _forms(sheet, forms)]
    blocks += [Heading(PART_WORDS["law"]), _listed(sheet, "law")]
    blocks += [Heading(PART_WORDS["complaints"]), _listed(sheet, "complaints")]
    if sheet.remarks:
        blocks += [Heading(PART_WORDS["remarks"]), _listed(sheet, "remarks")]
    return blocks


@dataclass(frozen=True, slots=True)
class ListedManual:
    """A manual in a list of manuals: name, unit, whole time, day posted and address, as words."""

    name: str
    unit: str
    time: str
    posted: str
    address: str


def manuals_table(manuals: Sequence[ListedManual]) -> Table | Paragraph:
    """Return the list of manuals with their addresses, or ไม่มี."""
    if not manuals:
        return Paragraph(("ไม่มี",))
    columns = ("ที่", 1), ("ชื่องาน", 5), ("ส่วนราชการ", 3), ("ระยะเวลารวม", 3), ("เผยแพร่เมื่อ", 3), ("ที่อยู่เว็บ", 5)
    rows = [
        _row(str(n), manual.name, manual.unit, manual.time, manual.posted, manual.address)
        for n, manual in enumerate(manuals, start=1)
    ]
    return _table(columns, rows, "รายการคู่มือที่เผยแพร่ พร้อมที่อยู่เว็บ")


def _overview(sheet: ServiceSheet, head: ServiceHead) -> Table:
    whole = whole_time(sheet.steps)
    time: Inline = whole.text if whole and not whole.unknown else Gap(ASKS_FOR["times"])
    posted: Inline = format_date(head.posted, digits="arabic") if head.posted else "ยังไม่เผยแพร่"
    pairs: list[tuple[str, Inline]] = [
        ("ชื่องาน", sheet.name or Gap(ASKS_FOR["name"])),
        ("ประเภทของงาน", KIND_WORDS[sheet.kind]),
        ("ส่วนราชการที่รับผิดชอบ", sheet.unit or Gap(ASKS_FOR["unit"])),
        ("ระยะเวลารวม", time),
        ("ฉบับที่", str(head.version)),
        ("วันที่เผยแพร่", posted),
    ]
    if head.address:
        pairs.append(("หน้าเว็บ", head.address))
    rows = [Row((text_cell(label), text_cell(value))) for label, value in pairs]
    return _table((("เรื่อง", 4), ("รายละเอียด", 11)), rows, "ข้อมูลโดยสรุปของงาน")


def _steps(sheet: ServiceSheet) -> list[Block]:
    if not sheet.steps:
        return [_gap("steps")]
    columns = ("ที่", 1), ("ขั้นตอน", 7), ("ระยะเวลา", 3), ("ผู้รับผิดชอบ", 4), ("จุดบริการ", 4)
    rows = [
        _row(
            str(n),
            step.title,
            time_text(step.time) if step.time else Gap(ASKS_FOR["times"]),
            step.unit or Gap(ASKS_FOR["responsible"]),
            step.place or "–",
        )
        for n, step in enumerate(sheet.steps, start=1)
    ]
    return [_table(columns, rows, "ขั้นตอนตามลำดับ พร้อมระยะเวลาและผู้รับผิดชอบ"), _whole(sheet)]


def _whole(sheet: ServiceSheet) -> Paragraph:
    whole = whole_time(sheet.steps)
    if whole.unknown:
        known = f"{whole.text} " if whole else ""
        return Paragraph((f"ระยะเวลารวมที่ทราบแล้ว {known}", Gap(f"ระยะเวลาของอีก {whole.unknown} ขั้นตอน")), bold=True)
    return Paragraph((f"ระยะเวลารวมไม่เกิน {whole.text}",), bold=True)


def _documents(sheet: ServiceSheet) -> Block:
    if not sheet.documents:
        return _none_or_gap(sheet, "documents")
    columns = ("ที่", 1), ("เอกสาร", 7), ("จำนวน", 4), ("ออกโดย", 4), ("หมายเหตุ", 4)
    rows = [
        _row(str(n), paper.name, copies_text(paper) or "–", paper.issuer or "–", paper.note or "–")
        for n, paper in enumerate(sheet.documents, start=1)
    ]
    return _table(columns, rows, "เอกสารที่ต้องใช้ พร้อมจำนวนและหน่วยงานที่ออก")


def _fees(sheet: ServiceSheet) -> Block:
    if not sheet.fees:
        return _none_or_gap(sheet, "fees")
    rows = []
    for fee in sheet.fees:
        lacking: Inline = "ตามหมายเหตุ" if fee.note else Gap(ASKS_FOR["amounts"])
        rows.append(_row(fee.item, money_text(fee.amount) if fee.amount is not None else lacking, fee.note or "–"))
    return _table((("รายการ", 7), ("จำนวนเงิน", 4), ("หมายเหตุ", 5)), rows, "ค่าธรรมเนียม")


def _channels(sheet: ServiceSheet) -> Block:
    if not sheet.channels:
        return _gap("channels") if sheet.audience is Audience.PUBLIC else Paragraph(("ใช้ภายในหน่วยงาน",))
    columns = ("ช่องทาง", 4), ("สถานที่หรือที่อยู่", 6), ("วัน", 3), ("เวลา", 3), ("ติดต่อ", 4)
    rows = [
        _row(channel.name, channel.place or "–", channel.days or "–", channel.hours or "–", channel.contact or "–")
        for channel in sheet.channels
    ]
    return _table(columns, rows, "ช่องทางการให้บริการ พร้อมวันและเวลา")


def _discretion(sheet: ServiceSheet) -> Block:
    if not sheet.discretion:
        return _none_or_gap(sheet, "discretion")
    rows = [_row(entry.point, entry.criterion or Gap(ASKS_FOR["criterion"])) for entry in sheet.discretion]
    return _table((("จุดที่ใช้ดุลพินิจ", 6), ("เกณฑ์ที่ใช้", 9)), rows, "จุดที่เจ้าหน้าที่ใช้ดุลพินิจ และเกณฑ์ที่ใช้")


def _forms(sheet: ServiceSheet, forms: Sequence[str]) -> Block:
    if forms:
        return Items(tuple((form,) for form in forms))
    return Paragraph((NONE_WORDS["forms"],)) if "forms" in sheet.stated_none else Paragraph(("ไม่มีแบบฟอร์มที่แนบไว้",))


def _listed(sheet: ServiceSheet, part: str) -> Block:
    lines = lines_of(sheet, part)
    if not lines:
        return _gap(part)
    return Items(tuple((line,) for line in lines)) if len(lines) > 1 else Paragraph((lines[0],))


def _none_or_gap(sheet: ServiceSheet, part: str) -> Paragraph:
    return Paragraph((NONE_WORDS[part],)) if sheet.says_none(part) else _gap(part)


def _gap(name: str) -> Paragraph:
    return Paragraph((Gap(ASKS_FOR[name]),))


def _table(columns: Sequence[tuple[str, int]], rows: Sequence[Row], summary: str) -> Table:
    return Table(tuple(Column(header, share) for header, share in columns), tuple(rows), summary)


def _row(*texts: Inline) -> Row:
    cells: tuple[Cell, ...] = tuple(text_cell(text) for text in texts)
    return Row(cells)
