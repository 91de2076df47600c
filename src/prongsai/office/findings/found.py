"""The findings of a year as records: plain figures and sentences, ready to be shown and to be kept as JSON."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True)


class FoundPrice(_Record):
    """Points of the overall lost at one place. `remark` is the assessor's about an item."""

    kind: str
    code: str
    name: str
    score: Decimal
    points: Decimal
    confirmed: bool
    remark: str = ""


class FoundWeak(_Record):
    """One weak point. `code` is that of its question, item or indicator; a part of the EIT has none."""

    label: str
    name: str
    score: Decimal | None
    price: Decimal | None
    confirmed: bool
    remark: str = ""
    code: str = ""


class FoundTopic(_Record):
    """Weak points of one topic; without a name those of which no topic is established."""

    name: str
    points: tuple[FoundWeak, ...]


class FoundIndicator(_Record):
    """An indicator of the year, with the year before where the two may be compared."""

    number: int
    name: str
    instrument: str
    score: Decimal | None
    before: Decimal | None
    change: Decimal | None


class FoundChart(_Record):
    """A chart as SVG, and its figures; `tabled` where the page has them in a table already."""

    title: str
    svg: str
    rows: tuple[tuple[str, str], ...]


class FoundCheck(_Record):
    """A matter to look at in a paper of the year."""

    severity: str
    code: str
    said: str
    place: str
    settle: str
    paper: str
    paper_id: int


class YearFound(_Record):
    """The year on one page. What is not known is None, never 0."""

    year: int
    codes_year: int
    overall: Decimal | None
    published_overall: Decimal | None
    level: str | None
    level_reason: str
    published_level: str | None
    level_question: str
    pass_mark: Decimal | None
    lines: tuple[str, ...]
    missing: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    differences: tuple[str, ...]
    components: tuple[tuple[str, Decimal], ...]
    prices: tuple[FoundPrice, ...]
    topics: tuple[FoundTopic, ...]
    year_before: int | None
    overall_before: Decimal | None
    overall_change: Decimal | None
    indicators: tuple[FoundIndicator, ...]
    charts: tuple[FoundChart, ...]
    checks: tuple[FoundCheck, ...]
