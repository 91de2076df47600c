"""The plain values that catalogue records are made of: one-line texts, numbers, whole numbers, names of things.

Every value has one canonical form, so that a framework read from YAML and the same one read from a workbook are equal.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from prongsai.ita.thai.refusal import Refused
from prongsai.ita.thai.text import parse_text

TEXT_LIMIT = 1_000

_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,10})?")


def one_line(text: str) -> str:
    """Give a text in its canonical spelling on one line. Refuses an empty text and what `parse_text` refuses."""
    try:
        clean = " ".join(parse_text(text, limit=TEXT_LIMIT).split())
    except Refused as refused:
        raise PydanticCustomError("catalogue_text", "{reason}", {"reason": refused.message}) from refused
    if not clean:
        raise PydanticCustomError("catalogue_text", "ข้อความว่าง หากยังไม่ทราบให้เว้นช่องไว้หรือใช้ null")
    return clean


def _refuse_odd_number(value: object) -> object:
    """Stop what Python would take for a number and an official would not: true, 1e2, 1_0, NaN."""
    if isinstance(value, bool) or (isinstance(value, str) and not _PLAIN_NUMBER.fullmatch(value)):
        raise PydanticCustomError("catalogue_number", "“{shown}” ไม่ใช่ตัวเลขที่เขียนแบบธรรมดา", {"shown": str(value)})
    return value


def _canonical_decimal(value: Decimal) -> Decimal:
    """Drop zeros after the decimal point that say nothing: 95.00 and 95 are one value with one spelling."""
    if value == 0:
        return Decimal(0)
    whole = value.to_integral_value()
    return Decimal(int(whole)) if value == whole else value.normalize()


Text: TypeAlias = Annotated[str, AfterValidator(one_line)]
"""One line of text, normalised, never empty (a text that is not known is None)."""

Number: TypeAlias = Annotated[
    Decimal,
    BeforeValidator(_refuse_odd_number),
    Field(ge=-(10**9), le=10**9, decimal_places=6, allow_inf_nan=False),
    AfterValidator(_canonical_decimal),
]
"""An exact number of at most six decimals."""

Whole: TypeAlias = Annotated[int, BeforeValidator(_refuse_odd_number), Field(ge=0, le=10**9)]
"""A count or a year."""

Percent: TypeAlias = Annotated[Number, Field(ge=0, le=100)]
"""A number from 0 to 100: points, shares, scores."""

Key: TypeAlias = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9_-]{0,39}$")]
"""The name of a source or a scale inside one catalogue file."""
