"""ชี้แจงเพิ่มเติมแบบวัด OIT: what stood on the site, since when, and what proves it, in answer to a remark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.papers.blocks import (
    Block,
    Cell,
    Column,
    Field,
    FormLine,
    Gap,
    Heading,
    Paper,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, centred, day_text, signer, typed

TITLE = "ชี้แจงเพิ่มเติมแบบวัด OIT"
SIGNER = signer("ผู้ชี้แจง", "ตำแหน่งผู้ชี้แจง")


@dataclass(frozen=True, slots=True)
class StoodVersion:
    """A published version: its number, its days, the number of its act in the log, its files with their SHA-256."""

    version: int
    published: date
    happened: date | None = None
    received: date | None = None
    withdrawn: date | None = None
    act: int | None = None
    files: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClarifiedItem:
    """What is answered. `about`: the day the remark speaks of; `stood`: the version that stood on it.

    `sent`, `seen`: for a page on a contractor's site. `looks`: sentences on when the address was looked at.
    `head`: size, root and time of the signed head of the log, where the versions are in one.
    """

    code: str
    title: str
    remark: str
    told: date
    address: str
    explanation: str = ""
    about: date | None = None
    stood: int | None = None
    versions: Sequence[StoodVersion] = ()
    sent: date | None = None
    seen: date | None = None
    looks: Sequence[str] = ()
    head: tuple[int, str, str] | None = None


def clarification_paper(head: PaperHead, item: ClarifiedItem, *, signature: SignatureBlock = SIGNER) -> Paper:
    """Return the paper. Only what is recorded is said; what the office itself has to say is a gap until it is typed."""
    subject = f"{TITLE} ข้อ {item.code} ประจำปีงบประมาณ พ.ศ. {head.year}"
    number = Field("ที่", (typed(head.number, "เลขที่หนังสือ"),))
    day = Field("วันที่", (day_text(head.day, "วันที่ของหนังสือ"),))
    blocks: list[Block] = [
        centred(head.agency, bold=True),
        FormLine((number, day)),
        FormLine((Field("ข้อ", (f"{item.code} {item.title}".strip(),)),)),
        FormLine((Field("ที่อยู่เว็บ", (typed(item.address, "ที่อยู่เว็บของข้อนี้"),)),)),
        Heading("ข้อสังเกตของผู้ตรวจประเมิน", 1),
        running(f"{item.remark or 'ไม่ได้รับข้อสังเกตเป็นข้อความ'} (ทราบเมื่อวันที่ {_day(item.told)})"),
        Heading("คำชี้แจง", 1),
        running(item.explanation if item.explanation.strip() else Gap("คำชี้แจงของหน่วยงาน")),
        *[running(sentence) for sentence in _facts(item)],
        *_versions(item),
        *_proof(item),
        signature,
    ]
    return head.paper((TITLE,), subject, blocks)


def _facts(item: ClarifiedItem) -> list[str]:
    told = []
    stood = next((each for each in item.versions if each.version == item.stood), None)
    if item.about and stood:
        told.append(
            f"ในวันที่ {_day(item.about)} ข้อมูลฉบับที่ {stood.version} เผยแพร่อยู่แล้ว ตั้งแต่วันที่ {_day(stood.published)} "
            "ตามบันทึกการเผยแพร่ที่แนบ"
        )
    elif item.about:
        told.append(f"ในวันที่ {_day(item.about)} ไม่มีข้อมูลข้อนี้ในบันทึกการเผยแพร่")
    if item.sent:
        told.append(f"หน่วยงานส่งข้อมูลให้ผู้รับจ้างดูแลเว็บไซต์เมื่อวันที่ {_day(item.sent)}")
    if item.seen:
        told.append(f"พบข้อมูลบนเว็บไซต์แล้วเมื่อวันที่ {_day(item.seen)}")
    return [*told, *item.looks]


def _versions(item: ClarifiedItem) -> list[Block]:
    if not item.versions:
        return [Heading("การเผยแพร่", 1), running("ไม่มีการเผยแพร่ข้อนี้ในบันทึกการเผยแพร่ของระบบ")]
    columns = (
        Column("ฉบับที่", 2),
        Column("วันที่เผยแพร่", 4),
        Column("วันที่ของข้อมูล", 4),
        Column("รายการในบันทึก", 3),
        Column("ไฟล์และค่าแฮช (SHA-256)", 9),
    )
    rows = tuple(_row(each) for each in item.versions)
    return [Heading("การเผยแพร่", 1), Table(columns, rows, summary="ข้อมูลแต่ละฉบับที่เผยแพร่ พร้อมวันที่และค่าแฮช")]


def _row(each: StoodVersion) -> Row:
    days = f"{_day(each.published)}" + (f" (ยกเลิกการเผยแพร่ {_day(each.withdrawn)})" if each.withdrawn else "")
    of = [f"เกิดขึ้น {_day(each.happened)}"] if each.happened else []
    of += [f"ได้รับ {_day(each.received)}"] if each.received else []
    files = Cell(tuple(Paragraph((f"{name}: {sha256}",)) for name, sha256 in each.files) or (Paragraph(("ไม่มี",)),))
    act = "–" if each.act is None else str(each.act + 1)
    return Row((text_cell(str(each.version)), text_cell(days), text_cell(" ".join(of) or "–"), text_cell(act), files))


def _proof(item: ClarifiedItem) -> list[Block]:
    if item.head is None:
        return []
    size, root, at = item.head
    return [
        Heading("หลักฐานการเผยแพร่", 1),
        running(
            f"บันทึกการเผยแพร่มี {size} รายการ ค่าแฮชรวม {root} ลงลายมือชื่ออิเล็กทรอนิกส์เมื่อ {at} "
            "แฟ้มหลักฐานที่แนบตรวจสอบได้ด้วยโปรแกรม publication_proof.py โดยไม่ต้องใช้ระบบของหน่วยงาน"
        ),
    ]


def _day(day: date) -> str:
    return format_date(day, form="long", digits="arabic")
