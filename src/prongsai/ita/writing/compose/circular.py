"""หนังสือแจ้งเวียน: the memo that tells staff something and asks them to sign that they have read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.ita.papers.blocks import Block, Gap, Paper, SignatureBlock
from prongsai.ita.thai import format_date
from prongsai.ita.writing.cells import running
from prongsai.ita.writing.compose.head import PaperHead, signer
from prongsai.ita.writing.compose.memo import MemoText, memo

ISSUER = signer("ผู้แจ้งเวียน", "ตำแหน่งผู้แจ้งเวียน")


@dataclass(frozen=True, slots=True, kw_only=True)
class CircularText:
    """What a circular says: to whom in words, its paragraphs, the day of acknowledgement, what goes with it."""

    to: str | None
    subject: str
    paragraphs: Sequence[str]
    due: date | None = None
    enclosures: Sequence[str] = ()


def circular_memo(head: PaperHead, text: CircularText, *, signature: SignatureBlock = ISSUER) -> Paper:
    """Return the memo. Only what was written stands in it; with no word written there is a gap."""
    first, *others = text.paragraphs or ("",)
    details: list[Block] = [running(paragraph) for paragraph in others]
    if text.due:
        day = format_date(text.due, digits="arabic")
        details.append(running(f"ขอให้ผู้รับลงชื่อรับทราบในระบบ หรือในแบบลงชื่อรับทราบ ภายในวันที่ {day}"))
    told = MemoText(
        to=text.to,
        subject=text.subject,
        cause=(first or Gap("ข้อความที่แจ้งเวียน"),),
        purpose=(),
        conclusion=("จึงเรียนมาเพื่อโปรดทราบและถือปฏิบัติ",),
        details=details,
        enclosures=text.enclosures,
    )
    return memo(head, told, signature=signature)
