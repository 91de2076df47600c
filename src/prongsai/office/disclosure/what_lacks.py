"""What is lacking in the items of a year, dearest first, each with the place where it is mended; and by unit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import translation

from prongsai.ita.analysis.item_check import ItemCheck, PartResult
from prongsai.ita.thai import format_date
from prongsai.ita.writing.compose.data_call import ANY_MEANS
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.register import due_of, owner_of, unit_of
from prongsai.office.disclosure.states import ItemStanding
from prongsai.office.disclosure.year_checked import CheckedItem
from prongsai.platform.agency.models import Unit

A_WEEK = timedelta(days=7)
_NO_PRICE = Decimal(-1)


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence of the check, and the place on the page of the item where it is mended (empty: the page)."""

    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Lacking:
    """An item of which something is awaited. `sure`: it would be lost; else it might be."""

    item: DisclosedItem
    check: ItemCheck
    standing: ItemStanding
    unit: Unit | None
    due: date | None
    reasons: tuple[Reason, ...]

    @property
    def sure(self) -> bool:
        """Whether the item would be lost as it is."""
        return not self.check.high

    def is_for_this_week(self, today: date) -> bool:
        """Whether it is to be done within a week; what is not due yet waits for its week."""
        if self.standing is not ItemStanding.NOT_YET_DUE:
            return True
        return self.due is not None and self.due <= today + A_WEEK


@dataclass(frozen=True, slots=True)
class OfUnit:
    """What a unit has to do; None: nobody hands these items in."""

    unit: Unit | None
    lines: tuple[Lacking, ...]


def lacking_in(items: Iterable[CheckedItem]) -> list[Lacking]:
    """Give the items of which something is awaited, the dearest first."""
    found = [_lacking(each) for each in items if not each.standing.is_ready]
    return sorted(found, key=lambda each: -(each.check.price if each.check.price is not None else _NO_PRICE))


def by_unit(lines: Iterable[Lacking], today: date) -> list[OfUnit]:
    """Give what each unit has to do this week, in the order of units."""
    found: dict[int | None, list[Lacking]] = {}
    for line in lines:
        if line.is_for_this_week(today):
            found.setdefault(line.unit.pk if line.unit else None, []).append(line)
    parts = [OfUnit(theirs[0].unit, tuple(theirs)) for theirs in found.values()]
    return sorted(parts, key=lambda part: (part.unit is None, part.unit.order if part.unit else 0))


def week_text(part: OfUnit, year: int) -> str:
    """Give the text for the LINE group of a unit: what to do, nobody named, nothing that the page does not say."""
    lines = [
        *([f"เรียน {part.unit.name}"] if part.unit else []),
        f"ข้อมูลที่ต้องทำสัปดาห์นี้ เพื่อเปิดเผยตามแบบวัด OIT ปี {year}",
        *(_of_item(line) for line in part.lines),
        ANY_MEANS,
    ]
    return "\n".join(lines)


def _of_item(line: Lacking) -> str:
    due = f" (ภายใน {format_date(line.due, form='short', digits='arabic')})" if line.due else ""
    said = "; ".join(reason.words for reason in line.reasons)
    return f"• ข้อ {line.check.code} {line.check.title or ''}{due}: {said}"


def _lacking(each: CheckedItem) -> Lacking:
    unit = unit_of(owner_of(each.item))
    return Lacking(each.item, each.check, each.standing, unit, due_of(each.item), _reasons(each))


def _reasons(each: CheckedItem) -> tuple[Reason, ...]:
    check, standing = each.check, each.standing
    parts = check.gaps if check.gaps else [part for part in check.parts if part.verdict == "open" and part.sourced]
    told = [Reason(part.reason, anchor_of(check.parts, part)) for part in parts]
    waits = standing in (ItemStanding.WAITS_FOR_SIGNATURE, ItemStanding.PROOF_MISSING)
    return tuple(told) if told and (check.gaps or not waits) else (Reason(_in_thai(standing)),)


def _in_thai(standing: ItemStanding) -> str:
    """Say a standing in Thai, as the check says everything: it goes into the text for units."""
    with translation.override("th"):
        return str(standing.label)


def anchor_of(parts: Sequence[PartResult], part: PartResult) -> str:
    """Give the place of an element on the page of its item: `element-1` is the first that is asked for."""
    elements = [each for each in parts if each.kind == "element"]
    return f"element-{elements.index(part) + 1}" if part in elements else ""
