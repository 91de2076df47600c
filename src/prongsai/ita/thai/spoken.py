"""Text as it is read aloud: for the loudspeaker tower, where nobody sees a figure.

Numbers become words: amounts and counts as numbers, telephone numbers figure by figure, times of day with นาฬิกา, years
with พุทธศักราช. Abbreviations are said in full.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias

from prongsai.ita.thai.baht import baht_text, number_in_words
from prongsai.ita.thai.dates import find_dates, format_date
from prongsai.ita.thai.digits import to_arabic
from prongsai.ita.thai.text import single_line
from prongsai.ita.thai.words import words

Found: TypeAlias = Mapping[str, str]

WORDS_A_MINUTE = 110
"""How fast an announcement is read: slowly, since it comes back from the other end of the village. An assumption of
ours, not measured; a reader's own time may differ by half."""

_DIGITS = ["ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]
_LONGEST_NUMBER = 12
_IN_FULL = {
    "อบต.": "องค์การบริหารส่วนตำบล", "อบจ.": "องค์การบริหารส่วนจังหวัด", "ทต.": "เทศบาลตำบล", "พ.ร.บ.": "พระราชบัญญัติ",
    "โทร.": "โทรศัพท์", "ฯลฯ": "เป็นต้น", "น.": "นาฬิกา", "%": "เปอร์เซ็นต์", "&": "และ",
}  # fmt: skip
_SHORT = re.compile("|".join(f"{'' if len(short) > 3 else '(?<![ก-ฮ.])'}{re.escape(short)}" for short in _IN_FULL))
"""The shortest ones may be the end of another word."""
_CLOCK = r"[0-2]?[0-9][.:][0-5][0-9]"
_FIGURES = re.compile(
    rf"(?P<span>{_CLOCK}) ?(?:น\.)? ?(?:-|–|ถึง) ?(?P<end>{_CLOCK}) ?(?:น\.|นาฬิกา)"
    rf"|(?P<clock>{_CLOCK}) ?(?:น\.|นาฬิกา)"
    r"|(?:พ\.ศ\.|พุทธศักราช) ?(?P<year>[0-9]{4})(?![0-9])"
    r"|(?P<phone>0[0-9-]{7,}[0-9])"
    r"|(?P<line>(?:สายด่วน|โทรศัพท์|โทร\.|หมายเลข|ต่อ)(?:หมายเลข)? ?)(?P<dialled>[0-9][0-9-]*)"
    r"|(?P<baht>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]{2})?|[0-9]{1,12}(?:\.[0-9]{2})?) ?บาท"
    r"|(?P<before>[0-9]+)/(?P<after>[0-9]+)"
    r"|(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.(?P<part>[0-9]+))?(?P<upto> ?[-–] ?(?=[0-9]))?"
)


def figures_in_words(text: str) -> str:
    """Say figures one by one, as telephone numbers are: `1111` is หนึ่ง หนึ่ง หนึ่ง หนึ่ง."""
    return " ".join(_DIGITS[int(char)] for char in to_arabic(text) if char.isascii() and char.isdigit())


def spoken(text: str) -> str:
    """Give a text as it is read aloud: on one line, no figure, no abbreviation that is known.

    A number of more than twelve figures is said figure by figure.
    """
    said = single_line(to_arabic(text))
    for found in reversed(find_dates(said)):
        day = format_date(found.date, form="full", digits="arabic")
        said = f"{said[: found.start]}วันที่ {day}{said[found.end :]}"
    said = _FIGURES.sub(_said, said)
    return single_line(_SHORT.sub(lambda match: _IN_FULL[match[0]], said))


def minutes_to_read(text: str) -> int:
    """Say about how many minutes a text takes to be read aloud, at least one."""
    count = sum(1 for word in words(text) if word.strip())
    return max(1, math.ceil(count / WORDS_A_MINUTE))


def _said(match: re.Match[str]) -> str:
    found = match.groupdict("")
    return next(say(found) for kind, say in _KINDS.items() if found[kind])


def _plain_number(found: Found) -> str:
    part = f"จุด{''.join(_DIGITS[int(figure)] for figure in found['part'])}" if found["part"] else ""
    return f"{_number(found['number'])}{part}{'ถึง' if found['upto'] else ''}"


def _time_of_day(clock: str) -> str:
    hours, minutes = re.split("[.:]", clock)
    past = f"{number_in_words(int(minutes))}นาที" if int(minutes) else ""
    return f"{number_in_words(int(hours))}นาฬิกา{past}"


def _number(figures: str) -> str:
    plain = figures.replace(",", "")
    return number_in_words(int(plain)) if len(plain) <= _LONGEST_NUMBER else figures_in_words(plain)


_KINDS: dict[str, Callable[[Found], str]] = {
    "span": lambda found: f"{_time_of_day(found['span'])} ถึง {_time_of_day(found['end'])}",
    "clock": lambda found: _time_of_day(found["clock"]),
    "year": lambda found: f"พุทธศักราช {number_in_words(int(found['year']))}",
    "phone": lambda found: f" {figures_in_words(found['phone'])} ",
    "dialled": lambda found: f"{found['line'].strip()} {figures_in_words(found['dialled'])} ",
    "baht": lambda found: baht_text(Decimal(found["baht"].replace(",", ""))).removesuffix("ถ้วน"),
    "before": lambda found: f"{_number(found['before'])}ทับ{_number(found['after'])}",
    "number": _plain_number,
}
