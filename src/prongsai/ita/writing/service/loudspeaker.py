"""บทเสียงตามสาย: a service as it is read over the loudspeaker, in short sentences without a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.ita.papers.blocks import Block, Gap, Notice, Paper, Paragraph
from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_gaps import ASKS_FOR
from prongsai.ita.papers.service_lines import copies_text, money_text
from prongsai.ita.papers.service_time import whole_time
from prongsai.ita.thai import fiscal_year_of, minutes_to_read, spoken
from prongsai.ita.writing.service.head import ServiceHead
from prongsai.ita.writing.service.manual import EXAMPLE

MOST_DOCUMENTS = 6
"""More papers than this nobody remembers from listening: the rest are told at the counter."""


@dataclass(frozen=True, slots=True)
class Script:
    """What is read aloud, sentence by sentence, what must be written first, and about how many minutes it takes."""

    sentences: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def minutes(self) -> int:
        """About how many minutes it takes."""
        return minutes_to_read(" ".join(self.sentences))


def loudspeaker_script(sheet: ServiceSheet, head: ServiceHead) -> Script:
    """Write the script: what it is, who may come, what to bring, cost, time, where, whom to ask. No gap is filled."""
    lacking = [ASKS_FOR[name] for name, known in _needed(sheet) if not known]
    said = (spoken(sentence) for sentence in _sentences(sheet, head))
    return Script(tuple(said), tuple(lacking))


def script_paper(sheet: ServiceSheet, head: ServiceHead) -> Paper:
    """Return the script as a paper for the reader: a sentence to a line, with the time and what is lacking."""
    script = loudspeaker_script(sheet, head)
    blocks: list[Block] = [Notice(EXAMPLE)] if sheet.is_example else []
    blocks.append(Notice(f"ใช้เวลาอ่านประมาณ {script.minutes} นาที (คิดจากการอ่านช้า ๆ) ขึ้นบรรทัดใหม่เมื่อหยุดหายใจ"))
    blocks += [Paragraph((Gap(asks_for),), indent=False) for asks_for in script.lacking]
    blocks += [Paragraph((sentence,), indent=False) for sentence in script.sentences]
    return Paper(
        title=("บทอ่านเสียงตามสาย", sheet.name or "(ยังไม่ได้ตั้งชื่อ)"),
        subject=f"บทอ่านเสียงตามสาย {sheet.name}",
        blocks=tuple(blocks),
        agency=head.agency,
        year=fiscal_year_of(head.posted) if head.posted else 0,
        draft=head.draft,
        footer=head.footer,
    )


def _needed(sheet: ServiceSheet) -> Iterator[tuple[str, bool]]:
    whole = whole_time(sheet.steps)
    yield "name", bool(sheet.name)
    yield "documents", bool(sheet.documents) or sheet.says_none("documents")
    yield "fees", bool(sheet.fees) or sheet.says_none("fees")
    yield "times", bool(whole) and not whole.unknown
    yield "channels", bool(sheet.channels)


def _sentences(sheet: ServiceSheet, head: ServiceHead) -> Iterator[str]:
    yield f"ประกาศจาก{head.agency}"
    if sheet.name:
        yield f"เรื่อง {sheet.name}"
    yield from sheet.criteria
    yield from _what_to_bring(sheet)
    yield from _what_it_costs(sheet)
    whole = whole_time(sheet.steps)
    if whole and not whole.unknown:
        yield f"ใช้เวลาดำเนินการรวมไม่เกิน {whole.text}"
    for n, channel in enumerate(sheet.channels):
        where = f"ที่ {channel.name} {channel.place}" if channel.place else f"ทาง{channel.name}"
        yield f"{'หรือ' if n else ''}ยื่นได้{where}"
        if opening := " ".join(part for part in (channel.days, channel.hours) if part):
            yield f"เปิดให้บริการ {opening}"
        if channel.contact:
            yield f"สอบถามได้ที่ {channel.contact}"
    if head.contact:
        yield f"ติดต่อ{head.agency} {head.contact}"
    yield "ขอบคุณที่รับฟัง"


def _what_to_bring(sheet: ServiceSheet) -> Iterator[str]:
    if sheet.says_none("documents"):
        yield "ไม่ต้องนำเอกสารมา"
    if not sheet.documents:
        return
    yield "สิ่งที่ต้องนำมา มีดังนี้"
    for document in sheet.documents[:MOST_DOCUMENTS]:
        yield f"{document.name} {copies_text(document)}".strip()
    if len(sheet.documents) > MOST_DOCUMENTS:
        yield f"และเอกสารอื่นอีก {len(sheet.documents) - MOST_DOCUMENTS} รายการ สอบถามได้ที่เจ้าหน้าที่"


def _what_it_costs(sheet: ServiceSheet) -> Iterator[str]:
    if sheet.says_none("fees"):
        yield "ไม่มีค่าธรรมเนียม"
    for fee in sheet.fees:
        amount = money_text(fee.amount) if fee.amount is not None else fee.note
        if amount:
            yield f"ค่าธรรมเนียม {fee.item} {amount}"
