"""What the form of a paper asks of its first page: size of the title, place of the emblem.

Habit of Thai offices: 3 cm in the middle of orders and announcements, 1.5 cm at the left of memos, whose title has
large letters. A form keeps a marked place for an emblem that the agency did not supply; a report keeps none.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from prongsai.ita.papers.blocks import Gap, Paper, PaperStyle

EMBLEM_PLACE = Gap("ตราครุฑ")
TITLE_LARGER = Decimal(3)
"""Points by which the letters of a title are larger than those of the text in the PDF."""
MEMO_TITLE = Decimal("1.8")
"""A memo's title is 29 points where its text is 16."""
FORM_LABEL = Decimal("1.25")
"""The labels at the head of a memo are 20 points where its text is 16."""

EMBLEM_FROM_EDGE_CM = Decimal("1.5")
_EMBLEM_CM = {"memo": Decimal("1.5"), "order": Decimal("3")}


def style_of_form(paper: Paper, style: PaperStyle) -> PaperStyle:
    """Return the style with the emblem as the form of the paper has it."""
    if paper.form == "report":
        return style
    return replace(
        style, emblem_height=_EMBLEM_CM[paper.form], emblem_align="start" if paper.form == "memo" else "center"
    )


def title_size(paper: Paper, size: Decimal, larger: Decimal) -> Decimal:
    """Return the size of the title in points: that of the text and a little more, or what the form asks."""
    return size * MEMO_TITLE if paper.form == "memo" else size + larger


def emblem_rise(paper: Paper, style: PaperStyle) -> float:
    """Return by how many cm the emblem of a form stands above the upper margin: 1.5 cm from the edge, by custom."""
    return 0.0 if paper.form == "report" else max(0.0, float(style.margin_top - EMBLEM_FROM_EDGE_CM))


def lacks_emblem(paper: Paper, style: PaperStyle) -> bool:
    """Whether the first page has to keep a marked place for an emblem."""
    return paper.form != "report" and style.emblem is None
