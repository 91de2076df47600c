"""บันทึกข้อความ: the letter inside an office. Head, เรียน, cause, purpose, conclusion, signature, opinions above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Block, Field, FormLine, Gap, Inline, Paper, Paragraph, SignatureBlock
from prongsai.ita.writing.cells import running
from prongsai.ita.writing.compose.head import PaperHead, day_text, plain, signer, typed

WRITER = signer("ผู้เสนอ", "ตำแหน่งผู้เสนอ")


@dataclass(frozen=True, slots=True)
class Opinion:
    """Room for what a superior writes on the memo by hand: `heading` says whose, `signature` who signs."""

    heading: str
    signature: SignatureBlock

    def blocks(self) -> tuple[Block, ...]:
        """Return the marked place and the signature."""
        return (plain(f"{self.heading} ", Gap("ความเห็นหรือคำสั่ง")), self.signature)


OPINIONS = (
    Opinion("ความเห็นของผู้บังคับบัญชา", signer("ผู้ให้ความเห็น", "ตำแหน่งผู้ให้ความเห็น")),
    Opinion("คำสั่งของผู้บริหาร", signer("ผู้สั่งการ", "ตำแหน่งผู้บริหาร")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoText:
    """What a memo says: to whom, about what, and its three paragraphs. Blocks of `details` stand before the last.

    An empty `purpose` leaves its paragraph out, for who said all in the first.
    """

    to: str | None
    subject: str
    cause: Sequence[Inline]
    purpose: Sequence[Inline]
    conclusion: Sequence[Inline]
    details: Sequence[Block] = ()
    enclosures: Sequence[str] = ()


def memo(
    head: PaperHead,
    text: MemoText,
    *,
    signature: SignatureBlock = WRITER,
    opinions: Sequence[Opinion] = (),
) -> Paper:
    """Return the memo; unit, number, day and addressee that nobody gave are gaps."""
    blocks: list[Block] = [
        FormLine((Field("ส่วนราชการ", _unit(head)),)),
        FormLine(
            (
                Field("ที่", (typed(head.number, "เลขที่หนังสือ"),)),
                Field("วันที่", (day_text(head.day, "วันที่ของหนังสือ"),)),
            )
        ),
        FormLine((Field("เรื่อง", (text.subject,)),)),
        plain("เรียน ", typed(text.to, "ผู้รับ")),
        *_enclosures(text.enclosures),
        running(*text.cause),
        *([running(*text.purpose)] if text.purpose else []),
        *text.details,
        running(*text.conclusion),
        signature,
    ]
    for opinion in opinions:
        blocks.extend(opinion.blocks())
    return head.paper(("บันทึกข้อความ",), text.subject, blocks, form="memo")


def _unit(head: PaperHead) -> tuple[Inline, ...]:
    """Return the unit with its agency, as the first line of a memo names both."""
    unit = typed(head.unit, "ส่วนราชการเจ้าของเรื่อง")
    return (unit,) if isinstance(unit, str) and head.agency in unit else (unit, f" {head.agency}")


def _enclosures(enclosures: Sequence[str]) -> list[Paragraph]:
    if not enclosures:
        return []
    if len(enclosures) == 1:
        return [plain(f"สิ่งที่ส่งมาด้วย {enclosures[0]}")]
    return [plain(f"สิ่งที่ส่งมาด้วย {number}. {what}") for number, what in enumerate(enclosures, 1)]
