"""Records of yearly results of many agencies: the columns of a sheet, a row per agency, and rows that are in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from prongsai.ita.thai.refusal import Refused


@dataclass(frozen=True, slots=True)
class NationalColumns:
    """What the columns of a sheet were taken for, by their headings as printed; `rows` is how many rows may follow.

    What they hold is named `agency`, `province`, `overall` ..., by instrument (`EIT1`), indicator (`4`) or code (`I4`).
    """

    sheet: str | None
    header_row: int
    rows: int
    read: dict[str, str]
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NationalRow:
    """The results of one agency, on a scale of 0 to 100 with as many decimals as the sheet has; "-" gives no score."""

    row: int
    agency: str
    sheet: str | None = None
    code: str | None = None
    province: str | None = None
    district: str | None = None
    kind: str | None = None
    level: str | None = None
    overall: Decimal | None = None
    instruments: dict[str, Decimal] = field(default_factory=dict)
    indicators: dict[int, Decimal] = field(default_factory=dict)
    answers: dict[str, Decimal] = field(default_factory=dict)
    """Scores of questions and items by their codes."""


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that gives no results, with every reason in it; each refusal knows its sheet, row and column."""

    row: int
    refusals: tuple[Refused, ...]
    sheet: str | None = None
    agency: str | None = None


NationalEntry: TypeAlias = NationalColumns | NationalRow | RowError
