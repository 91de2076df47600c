"""What stands at the foot of every page."""

from __future__ import annotations

from prongsai.ita.papers.blocks import Paper, PaperStyle

BETWEEN = " · "


def footer_of(paper: Paper, style: PaperStyle) -> str:
    """Return the paper's own footer and then the agency's; the same words only once."""
    return BETWEEN.join(dict.fromkeys(text for text in (paper.footer, style.footer) if text.strip()))
