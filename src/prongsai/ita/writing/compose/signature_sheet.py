"""A sheet on which people sign: who has read a circular, who came to a briefing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from prongsai.ita.papers.blocks import Block, Cell, Column, Inline, Paper, Paragraph, Row, SignatureBlock, Table
from prongsai.ita.writing.cells import running, text_cell
from prongsai.ita.writing.compose.head import PaperHead, signer

TAKES_IN = signer("ผู้รวบรวม", "ตำแหน่งผู้รวบรวม")
ROOM_TO_SIGN = Cell((Paragraph(("\n" + "." * 16,)),))
"""A dotted line on a second line: hands need more height than letters."""


@dataclass(frozen=True, slots=True)
class Signee:
    """Somebody who signs. `done` stands where the signature would (รับทราบในระบบ), `day` beside it, as texts."""

    name: str
    post: str
    unit: str
    done: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureSheet:
    """What a sheet says above its table, whom it names, and how many lines are left for who is not named.

    `last` heads the last column: วันที่ or หมายเหตุ. `below` stands under the table, such as the counts.
    """

    title: Sequence[str]
    about: Sequence[Sequence[Inline]]
    signees: Sequence[Signee]
    last: str = "วันที่"
    blanks: int = 0
    below: Sequence[Sequence[Inline]] = ()
    signature: SignatureBlock = TAKES_IN


def signature_sheet(head: PaperHead, sheet: SignatureSheet) -> Paper:
    """Return the sheet: people under the name of their unit, in the order given, numbered through."""
    columns = (
        Column("ที่", 2),
        Column("ชื่อ-สกุล", 8),
        Column("ตำแหน่ง", 9),
        Column("ลายมือชื่อ", 6),
        Column(sheet.last, 4),
    )
    rows = (*_named(sheet.signees), *_blank(len(sheet.signees), sheet.blanks))
    blocks: list[Block] = [
        *(running(*line) for line in sheet.about),
        Table(columns, rows, summary=f"{sheet.title[0]} มีช่องสำหรับลายมือชื่อ"),
        *(running(*line) for line in sheet.below),
        sheet.signature,
    ]
    return head.paper((*sheet.title, head.agency), " ".join(sheet.title), blocks)


def _named(signees: Sequence[Signee]) -> Iterator[Row]:
    numbered = enumerate(signees, start=1)
    for unit, people in groupby(numbered, key=lambda told: told[1].unit):
        yield Row(band=unit)
        for number, signee in people:
            yield Row(
                (
                    text_cell(str(number)),
                    text_cell(signee.name),
                    text_cell(signee.post or "–"),
                    text_cell(signee.done) if signee.done else ROOM_TO_SIGN,
                    text_cell(signee.day),
                )
            )


def _blank(named: int, blanks: int) -> Iterator[Row]:
    if blanks:
        yield Row(band="ผู้เข้าร่วมอื่น")
    for number in range(named + 1, named + blanks + 1):
        yield Row((text_cell(str(number)), text_cell(""), text_cell(""), ROOM_TO_SIGN, text_cell("")))
