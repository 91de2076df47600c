"""What every official paper of an office carries, and the marked gaps where a person still has to type it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from prongsai.ita.papers.blocks import Block, Gap, Inline, Paper, Paragraph, SignatureBlock
from prongsai.ita.thai import format_date

ITA = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment: ITA)"
MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
NAME = Gap("ชื่อ-สกุล")

Form: TypeAlias = Literal["report", "memo", "order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperHead:
    """The agency, the fiscal year (BE) the paper is about, and what the registry gave it: number and day.

    `number` is as the registry writes it (`ตย 71001/12`, `312/2567`). None is a marked gap, never a made-up value.
    `place` is district and province. `draft` stays until a signed copy exists.
    """

    agency: str
    year: int
    unit: str | None = None
    number: str | None = None
    day: date | None = None
    place: str | None = None
    draft: bool = True
    footer: str = ""

    def paper(self, title: Sequence[str], subject: str, blocks: Sequence[Block], *, form: Form = "report") -> Paper:
        """Return a paper with this head."""
        return Paper(
            title=tuple(title),
            subject=subject,
            blocks=tuple(blocks),
            agency=self.agency,
            year=self.year,
            draft=self.draft,
            footer=self.footer,
            form=form,
        )


def typed(value: str | None, asks_for: str) -> Inline:
    """Return what a person typed, or a gap that asks for it."""
    return value if value is not None and value.strip() else Gap(asks_for)


def day_text(day: date | None, asks_for: str, *, full: bool = False) -> Inline:
    """Return a day in official form (`full` with พ.ศ., for orders and announcements), or a gap."""
    return Gap(asks_for) if day is None else format_date(day, form="full" if full else "long", digits="arabic")


def centred(*content: Inline, bold: bool = False) -> Paragraph:
    """Return a line in the middle of the page."""
    return Paragraph(content, align="center", bold=bold, indent=False)


def plain(*content: Inline, bold: bool = False) -> Paragraph:
    """Return a paragraph that begins at the margin."""
    return Paragraph(content, bold=bold, indent=False)


def signer(role: str, asks_for: str, post: str | None = None, name: str | None = None) -> SignatureBlock:
    """Return room for a signature; post and name are typed or stay gaps."""
    return SignatureBlock(role, typed(post, asks_for), typed(name, NAME.asks_for))
