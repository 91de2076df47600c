"""The fiscal years and months that a page names."""

from __future__ import annotations

import re

from prongsai.ita.analysis.item_check import ElementState, Month
from prongsai.ita.reading.web_page.seen import WebPage
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.months import PATTERN, month_number

_ERA = r"(?:พ\. ?ศ\. ?)?"
_FISCAL = re.compile(rf"ปี ?งบประมาณ ?{_ERA}(25[0-9]{{2}})(?![0-9])")
_MONTH = re.compile(rf"(?<![ก-๙])(?:เดือน ?|ประจำเดือน ?)?({PATTERN}) ?{_ERA}(25[0-9]{{2}}|[0-9]{{2}})(?![0-9])")
_DAY_BEFORE = re.compile(r"(?<![0-9])[0-9]{1,2} ?$")
_NONE = re.compile(r"ไม่มี")


def fiscal_years_on_page(page: WebPage) -> frozenset[int]:
    """Give the fiscal years (BE) that the title, the headings and the words of links name; of all lines, where none."""
    first = [page.title, *(line.text for line in page.headings), *(link.words for link in page.links)]
    found = _fiscal_years(first)
    return found or _fiscal_years(page.lines)


def months_on_page(page: WebPage) -> dict[Month, ElementState]:
    """Give the months that lines, rows or links name with their year; said-none where the same line says ไม่มี.

    A day of a month (๕ มกราคม ๒๕๖๘) is a date and names no month's content.
    """
    found: dict[Month, ElementState] = {}
    for written in (*page.lines, *(link.words for link in page.links)):
        line = to_arabic(written)
        for match in _MONTH.finditer(line):
            if _DAY_BEFORE.search(line[: match.start()]):
                continue
            year = int(match[2])
            month = Month(year if year > 100 else year + 2500, month_number(match[1]) or 0)
            if not _NONE.search(line):
                found[month] = "present"
            else:
                found.setdefault(month, "said-none")
    return found


def _fiscal_years(texts: list[str] | tuple[str, ...]) -> frozenset[int]:
    return frozenset(int(match[1]) for text in texts for match in _FISCAL.finditer(to_arabic(text)))
