"""Finds in a sentence what proves a result: days, quantities, documents with a number, links, places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, TypeAlias

from prongsai.ita.analysis.wording import pattern_of, word_list
from prongsai.ita.thai import compact, find_dates, normalise, to_arabic
from prongsai.ita.thai.months import PATTERN as MONTH

ProofKind: TypeAlias = Literal["day", "quantity", "document", "link", "place"]

_MONTH_OF_YEAR = re.compile(rf"{MONTH}\s?(?:พ\.?\s?ศ\.?\s?)?(?:25[0-9]{{2}}|[0-9]{{2}}(?![0-9]))")
_NUMERIC_DAY = re.compile(r"(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}/(?:25)?[0-9]{2}(?![0-9])")
_DAY_OF_MONTH = re.compile(rf"วันที่\s?[0-9]{{1,2}}(?![0-9])|(?<![0-9])[0-9]{{1,2}}\s?{MONTH}")
_QUARTER = re.compile(r"ไตรมาส(?:ที่)?\s?[1-4](?![0-9])")

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_TOLD_AMOUNT = re.compile(rf"(?:จำนวน|รวม(?:ทั้งสิ้น)?|ทั้งหมด|ร้อยละ)\s?(?:{_NUMBER})")
_RATE = r"(?<!ทุก)(?<!ทุก )(?<!ทุกๆ )(?<!รอบ)(?<!รอบ )(?<!ละ)(?<!ละ )"  # ทุก 6 เดือน, รอบ 12 เดือน: a plan, no count
_WORD_NUMBER = "หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ(?:เอ็ด|สอง|สาม|สี่|ห้า)?"

_DOCUMENT = re.compile(
    r"(?<![0-9/])[0-9]{1,5}\s?/\s?(?:25[0-9]{2}|[0-9]{2})(?![0-9/])|[ก-ฮ]{2}\s?[0-9.]{3,8}/[0-9]{1,5}"
)
_LINK = re.compile(r"https?://|www\.|(?<![A-Za-z0-9])[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]{2,})+(?:/|(?![A-Za-z0-9]))")
_PLACE = re.compile(r"(?<![ก-๎])ณ\s?[ก-ฮเ-ไ]|หมู่(?:ที่)?\s?[0-9]{1,2}(?![0-9])")
_LONGEST = 5_000


def proofs_in(text: str) -> frozenset[ProofKind]:
    """Give the kinds of proof that a text holds.

    A quantity is a figure before a word that counts (`12 เรื่อง`, `สองคน`) or after จำนวน, รวม, ร้อยละ; the number of a
    round, an issue or a recurrence (`รอบ 6 เดือน`, `ทุก 3 เดือน`) is none.
    """
    plain = to_arabic(normalise(text[:_LONGEST]))
    found: dict[ProofKind, bool] = {
        "day": _tells_day(plain),
        "quantity": _tells_quantity(plain),
        "document": _DOCUMENT.search(_without_days(plain)) is not None or _attached(plain),
        "link": _LINK.search(plain) is not None,
        "place": _PLACE.search(plain) is not None or pattern_of("places").search(compact(plain)) is not None,
    }
    return frozenset(kind for kind, there in found.items() if there)


def _tells_day(plain: str) -> bool:
    return bool(find_dates(plain)) or any(
        pattern.search(plain) for pattern in (_MONTH_OF_YEAR, _NUMERIC_DAY, _DAY_OF_MONTH, _QUARTER)
    )


def _tells_quantity(plain: str) -> bool:
    return _TOLD_AMOUNT.search(plain) is not None or _counted().search(plain) is not None


def _without_days(plain: str) -> str:
    return _NUMERIC_DAY.sub(" ", plain)


def _attached(plain: str) -> bool:
    return pattern_of("attached").search(compact(plain)) is not None


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    words = "|".join(map(re.escape, word_list("counted")))
    return re.compile(
        rf"{_RATE}(?<![0-9.,/])(?:{_NUMBER}|(?<![ก-๎])(?:{_WORD_NUMBER})|(?:{_WORD_NUMBER})(?=คน|ครั้ง|ราย|ฉบับ|แห่ง|เรื่อง|ช่องทาง|หน้า))\s?(?:{words})"
    )
