"""คำสั่ง: any order of an office, and the one that appoints the working group. As given, nothing invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Block, Cell, Column, Gap, Inline, Paper, Row, SignatureBlock, Table
from prongsai.ita.writing.cells import running, text_cell
from prongsai.ita.writing.compose.head import ITA, PaperHead, centred, day_text, signer, typed

EXECUTIVE = signer("", "ตำแหน่งผู้บริหารสูงสุด")


@dataclass(frozen=True, slots=True)
class Member:
    """A member by post (never a private person) and the role in the group."""

    post: str
    role: str


@dataclass(frozen=True, slots=True)
class Duties:
    """What the group does before, during and after the assessment."""

    before: tuple[str, ...] = ()
    during: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def phases(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Give each phase by its name."""
        return (
            ("ก่อนการประเมิน", self.before),
            ("ระหว่างการประเมิน", self.during),
            ("หลังการประเมิน", self.after),
        )


def working_group_order(
    head: PaperHead,
    members: Sequence[Member],
    duties: Duties,
    *,
    authority: str | None = None,
    effective: Inline = "บัดนี้เป็นต้นไป",
    signature: SignatureBlock = EXECUTIVE,
) -> Paper:
    """Return the order. Number, day, legal ground, members and duties that nobody gave are gaps.

    `authority` is the law or rule on which the head of the agency orders, as the office words it.
    """
    subject = f"แต่งตั้งคณะทำงานสนับสนุนการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. {head.year}"
    where = f" {head.place}" if head.place else ""
    body: list[Block] = [
        running(
            f"ด้วย{head.agency}{where} จะเข้ารับ{ITA} ประจำปีงบประมาณ พ.ศ. {head.year} "
            "จึงจำเป็นต้องมีผู้รับผิดชอบที่ชัดเจน เพื่อให้ทุกส่วนราชการเตรียมข้อมูล ส่งข้อมูล และติดตามผลได้ทันกำหนด"
        ),
        running(
            "อาศัยอำนาจตาม",
            typed(authority, "กฎหมายหรือระเบียบที่ให้อำนาจ"),
            " จึงแต่งตั้งคณะทำงาน ประกอบด้วยผู้ดำรงตำแหน่งดังต่อไปนี้",
        ),
        members_table(members),
        running("ให้คณะทำงานมีหน้าที่ ดังนี้"),
        *duties_blocks(duties),
    ]
    return order_paper(head, subject, body, effective=effective, signature=signature)


def order_paper(
    head: PaperHead,
    subject: str,
    body: Sequence[Block],
    *,
    effective: Inline | None = "บัดนี้เป็นต้นไป",
    signature: SignatureBlock = EXECUTIVE,
) -> Paper:
    """Return an order: title, number, subject, body, from when it holds, สั่ง ณ วันที่, signature.

    Number and day that nobody gave are gaps. `effective` None leaves the line out: the body says it.
    """
    blocks: list[Block] = [
        centred("ที่ ", typed(head.number, "เลขที่คำสั่ง"), bold=True),
        centred(f"เรื่อง {subject}", bold=True),
        *body,
        *([] if effective is None else [running("ทั้งนี้ ตั้งแต่", effective)]),
        running("สั่ง ณ วันที่ ", day_text(head.day, "วันที่ของคำสั่ง", full=True)),
        signature,
    ]
    return head.paper((f"คำสั่ง{head.agency}",), subject, blocks, form="order")


def members_table(members: Sequence[Member]) -> Table:
    """Return the members as a table; without any, a row of gaps."""
    rows = tuple(
        Row((_figure(number), text_cell(member.post), text_cell(member.role)))
        for number, member in enumerate(members, 1)
    )
    nobody = Row((text_cell(""), text_cell(Gap("ตำแหน่งของกรรมการ")), text_cell(Gap("หน้าที่ในคณะทำงาน"))))
    return Table(
        (Column("ที่", 1), Column("ตำแหน่ง", 9), Column("หน้าที่ในคณะทำงาน", 5)),
        rows or (nobody,),
        summary="รายชื่อคณะทำงานตามตำแหน่ง",
    )


def _figure(number: int) -> Cell:
    return text_cell(f"{number}")


def duties_blocks(duties: Duties) -> Iterator[Block]:
    """Give the duties phase by phase; a phase without any is a gap."""
    for number, (name, tasks) in enumerate(duties.phases(), 1):
        yield running(f"{number}. {name}")
        if not tasks:
            yield running(f"{number}.1 ", Gap(f"หน้าที่{name}"))
        for part, task in enumerate(tasks, 1):
            yield running(f"{number}.{part} {task}")
