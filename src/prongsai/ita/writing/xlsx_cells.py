"""What stands in the cells of a workbook: texts that never become formulas, figures that can be reckoned with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.ita.papers.blocks import Cell, Gap, Inline, Items, Paragraph
from prongsai.ita.thai import printed_number
from prongsai.ita.writing.numerals import as_printed

_BLANK = "." * 16
_MAY_BECOME_A_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠−]")
_FIGURE = re.compile(r"[+\-−]?[0-9][0-9,]*(?:\.([0-9]+))?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with the format that shows it as the paper does."""

    value: Decimal
    shown_as: str


def text_of(content: Sequence[Inline]) -> str:
    """Return a text in Arabic digits, gaps as dotted blanks with what belongs there."""
    return "".join(
        f"{_BLANK} «โปรดระบุ: {in_arabic(inline.asks_for)}»" if isinstance(inline, Gap) else in_arabic(inline)
        for inline in content
    )


def in_arabic(text: str) -> str:
    """Return a text as a spreadsheet shows it: in Arabic digits, by custom."""
    return as_printed(text, "arabic")


def lines_of(block: Paragraph | Items) -> list[str]:
    """Return a paragraph as one line, a list as one line for each entry with its number or dash."""
    if isinstance(block, Paragraph):
        return [text_of(block.content)]
    return [
        f"{n}. {text_of(entry)}" if block.numbered else f"- {text_of(entry)}"
        for n, entry in enumerate(block.entries, start=1)
    ]


def value_of(cell: Cell) -> str | Figure:
    """Return what stands in a cell: a figure where the cell is numeric and holds one, else its lines."""
    text = "\n".join(line for block in cell.content for line in lines_of(block))
    return (figure(text) if cell.numeric else None) or text


def figure(text: str) -> Figure | None:
    """Return a printed figure with the decimals, separators and sign it was printed with, or None for other texts."""
    match = _FIGURE.fullmatch(text.strip())
    value = printed_number(text) if match else None
    if match is None or value is None:
        return None
    shown = ("#,##0" if "," in text else "0") + (f".{'0' * len(match[1])}" if match[1] else "")
    return Figure(value, f"+{shown};-{shown};{shown}" if text.strip().startswith("+") or value < 0 else shown)


def may_become_a_formula(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula when somebody edits it or saves it as CSV."""
    return _MAY_BECOME_A_FORMULA.match(text) is not None
