"""Tells charts, whose figures stand in rows without headers, from tables; and whether they tell anything new."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.ita.reading.score_book import ScoreBook
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.thai import to_arabic

_FIGURE = re.compile(r"(?<![0-9.])[0-9]{1,3}\.[0-9]{1,2}(?![0-9.])")
_FEWEST_TEXTS = 4


def looks_like_a_chart(sheet: Sheet) -> bool:
    """Whether half of the texts of a table without headers hold figures. A list that only counts its rows is none."""
    rows = sheet.rows[1:] if _counts_rows(sheet) else sheet.rows
    first = 1 if _counts_rows(sheet) else 0
    texts = [row.own(n).text for row in rows for n in row.filled() if n >= first]
    return len(texts) >= _FEWEST_TEXTS and sum(any(map(str.isdecimal, text)) for text in texts) * 2 >= len(texts)


def _counts_rows(sheet: Sheet) -> bool:
    """Whether the first column counts the rows below its header 1, 2, 3 and so on."""
    counted = [to_arabic(row.own(0).text).rstrip(".") for row in sheet.rows[1:]]
    return bool(counted) and counted == [str(n) for n in range(1, len(counted) + 1)]


def figures_known(sheet: Sheet, book: ScoreBook) -> bool:
    """Whether every figure of a chart stands among the scores and changes that the paper told in tables or sentences.

    Signs are left aside: a chart may show a loss by the side of its bar. False where it has no figure with decimals.
    """
    texts = (to_arabic(row.own(n).text) for row in sheet.rows for n in row.filled())
    figures = {Decimal(figure) for text in texts for figure in _FIGURE.findall(text)}
    return bool(figures) and figures <= book.figures()
