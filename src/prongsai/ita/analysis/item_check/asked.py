"""What a year asks for under an OIT item: elements, fiscal years and months, each with how surely it is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai.ita.analysis.item_check.placed import Month, months_of_first_half
from prongsai.ita.catalogue.model import Framework, Item
from prongsai.ita.thai.periods import Period, fiscal_year_of, printed_period


@dataclass(frozen=True, slots=True)
class AskedElement:
    """An element in the catalogue's words; not `sourced` where it is a lead and no established criterion."""

    text: str
    sourced: bool


@dataclass(frozen=True, slots=True)
class AskedYear:
    """A fiscal year (BE) that the content must be of."""

    year: int
    sourced: bool


@dataclass(frozen=True, slots=True)
class AskedMonth:
    """A month that the content must cover, if only to say that there was nothing."""

    month: Month
    sourced: bool


@dataclass(frozen=True, slots=True)
class AskedItem:
    """What is asked under one item. `sourced` tells whether the year's elements are established."""

    code: str
    title: str | None
    elements: tuple[AskedElement, ...]
    years: tuple[AskedYear, ...]
    months: tuple[AskedMonth, ...]
    sourced: bool


_FIRST_HALF = re.compile(r"6 เดือนแรกของปี")
_MONTHS_WITHOUT_ANY = re.compile(r"เดือนที่ไม่มีรายการต้องระบุว่าไม่มี")


def asked_of(
    framework: Framework, code: str, *, leads: Iterable[str] = (), months: Iterable[Month] | None = None
) -> AskedItem:
    """Give what an item asks for.

    `leads` are further elements that an office goes by (those of another year, of its province): never the criterion.
    `months` are those an office was told of; without them they come from the words of the catalogue, where it has any.
    No year is counted from another: it is the catalogue's period, else its chain of years, else none. In a draft year
    nothing is established and no year is asked for. Raises KeyError for an item that the year has not.
    """
    item = framework.item(code)
    if item is None:
        raise KeyError(code)
    elements = tuple(_elements(framework, item, leads))
    told = tuple(AskedMonth(month, True) for month in months) if months is not None else None
    return AskedItem(
        code=item.code,
        title=item.title or item.candidate_title,
        elements=elements,
        years=_years(framework, item),
        months=_months(framework, elements) if told is None else told,
        sourced=_established(framework, item),
    )


def _established(framework: Framework, item: Item) -> bool:
    return not framework.is_draft and item.elements.values is not None and item.elements.confirmed


def _elements(framework: Framework, item: Item, leads: Iterable[str]) -> Iterator[AskedElement]:
    sure = _established(framework, item)
    known = item.elements.values or ()
    for text in known:
        yield AskedElement(text, sure)
    for text in dict.fromkeys((*item.elements.candidates, *leads)):
        if text not in known:
            yield AskedElement(text, False)


def _years(framework: Framework, item: Item) -> tuple[AskedYear, ...]:
    if framework.is_draft:
        return ()
    period = printed_period(item.period) if item.period else None
    if isinstance(period, Period):
        return (AskedYear(fiscal_year_of(period.end), item.confirmed),)
    chain = framework.measures_documents
    year = {chain.plan_item: chain.plan_execution_year, chain.report_item: chain.report_covers_year}.get(item.code)
    return () if year is None else (AskedYear(year, chain.confirmed),)


def _months(framework: Framework, elements: Iterable[AskedElement]) -> tuple[AskedMonth, ...]:
    """Give the first half of the year where the elements say so and are told by month; none in a draft year.

    A report on six months as a whole is none of single months.
    """
    listed = tuple(elements)
    half = next((entry for entry in listed if _FIRST_HALF.search(entry.text)), None)
    by_month = any(_MONTHS_WITHOUT_ANY.search(entry.text) for entry in listed)
    if framework.is_draft or half is None or not by_month:
        return ()
    return tuple(AskedMonth(month, half.sourced) for month in months_of_first_half(framework.year))
