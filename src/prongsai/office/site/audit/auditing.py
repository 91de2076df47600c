"""The look at a whole site from outside: walk, find the items, open their files, compare with what the year asks."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from prongsai.ita.analysis.item_check import (
    INTERNAL,
    AskedItem,
    ItemCheck,
    PlacedItem,
    YearPrediction,
    asked_of,
    check_item,
    earlier_elements,
)
from prongsai.ita.analysis.item_check import predict_year as predicted
from prongsai.ita.catalogue import Framework, load_framework
from prongsai.ita.reading.web_page import heading_words
from prongsai.ita.scoring import Presumption
from prongsai.ita.thai.text import compact
from prongsai.office.site.audit.declared import declared_headings
from prongsai.office.site.audit.finding import Found, files_of, find_items
from prongsai.office.site.audit.judging import judged, own_part
from prongsai.office.site.audit.opening import OpenedFile, open_file
from prongsai.office.site.audit.visits import Source, is_file
from prongsai.office.site.audit.walking import Walk, WalkBounds, walk

NOT_OFFICIAL = (
    "ผลนี้เป็นการประมาณจากภายนอกโดยโปรแกรม ดูได้เฉพาะหัวข้อ ปี เดือน และไฟล์ที่เปิดได้ ไม่ได้อ่านความถูกต้องของเนื้อหา "
    "ควรให้ผู้รับผิดชอบเปิดดูอีกครั้ง"
)


@dataclass(frozen=True, slots=True)
class AuditBounds:
    """How far the look goes: the walk, so many files of an item and in all, seconds for both together."""

    walk: WalkBounds = field(default_factory=WalkBounds)
    files_of_item: int = 20
    files: int = 200
    seconds: float = 600.0


@dataclass(frozen=True, slots=True)
class AuditedItem:
    """An item: where it was found (None: nowhere), its files, and the comparison with what the year asks."""

    check: ItemCheck
    found: Found | None
    files: tuple[OpenedFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Audit:
    """What the look at a site gave. `cut`: in Thai, why not everything was seen; `named`: the site names the agency.

    `unseen` counts addresses that the site does not want programs to open, `broken` are addresses of the site that do
    not open. The prediction is an internal estimate (`INTERNAL`).
    """

    year: int
    address: str
    title: str
    items: tuple[AuditedItem, ...]
    prediction: YearPrediction
    pages: int
    cut: str
    unseen: int
    broken: tuple[tuple[str, str], ...]
    named: bool | None
    declared: bool
    links: int
    """Links on the main page: a page that a script draws has none that can be followed."""

    @property
    def gaps(self) -> tuple[AuditedItem, ...]:
        """The items of which something is missing, or that were not found."""
        return tuple(item for item in self.items if item.found is None or item.check.gaps)

    @property
    def read(self) -> bool:
        """Whether there was a main page to begin with."""
        return self.pages > 0


def audit_site(
    source: Source,
    framework: Framework,
    bounds: AuditBounds | None = None,
    *,
    presumed: Presumption | None = None,
    agency_name: str = "",
    of_year: Callable[[int], Framework] = load_framework,
    progress: Callable[[str], None] = lambda _told: None,
) -> Audit:
    """Look at a site from outside. Nothing is refused here: what cannot be read is said in the result.

    `of_year` gives the framework of an earlier year, whose elements are leads where the year's own are not established.
    """
    bounds = bounds or AuditBounds()
    until = time.monotonic() + bounds.seconds
    progress("walk")
    seen = walk(source, bounds.walk)
    found = find_items(framework, seen)
    headings = declared_headings(source, seen, framework.year)
    left = bounds.files
    items: list[AuditedItem] = []
    for item in framework.items:
        progress(item.code)
        asked, words = _asked(framework, item.code, headings.get(item.code, {}), of_year)
        place = found.get(item.code)
        most = min(left, bounds.files_of_item) if time.monotonic() < until else 0
        placed, files = _look(source, seen, place, words, most)
        left -= len(files)
        check = check_item(framework, asked, placed, presumed)
        shown = replace(place, address=source.shown(place.address)) if place else None
        told = tuple(replace(file, address=source.shown(file.address)) for file in files)
        items.append(AuditedItem(check, shown, told))
    return Audit(
        year=framework.year,
        address=source.shown(source.main),
        title=seen.main.page.title if seen.main else "",
        items=tuple(items),
        prediction=predicted(framework, [item.check for item in items], presumed=presumed),
        pages=len(seen.pages),
        cut=seen.cut or ("" if time.monotonic() < until else "หมดเวลาก่อนเปิดไฟล์ครบทุกข้อ"),
        unseen=len(seen.unwanted),
        broken=tuple((source.shown(visit.address), visit.trouble) for visit in seen.failed.values()),
        named=_is_named(seen, agency_name) if agency_name else None,
        declared=bool(headings),
        links=len(seen.main.page.links) if seen.main else 0,
    )


def _asked(
    framework: Framework, code: str, declared: dict[str, list[str]], of_year: Callable[[int], Framework]
) -> tuple[AskedItem, dict[str, list[str]]]:
    """Give what an item asks for, leads of an earlier year included, and under which headings each may stand."""
    earlier = earlier_elements(framework, code)
    before = heading_words(of_year(earlier.year), earlier.code) if earlier else {}
    leads = {element: before.get(element, []) for element in (earlier.elements if earlier else ())}
    more = {element: [*leads.get(element, []), *declared.get(element, [])] for element in {**leads, **declared}}
    return asked_of(framework, code, leads=leads), heading_words(framework, code, more)


def _look(
    source: Source, seen: Walk, place: Found | None, words: dict[str, list[str]], most: int
) -> tuple[PlacedItem, tuple[OpenedFile, ...]]:
    if place is None:
        return PlacedItem(), ()  # that a program found nothing proves nothing
    entry = seen.at(place.address)
    if entry is not None:
        listed: Sequence[tuple[str, str]] = files_of(entry, seen)
    elif is_file(place.address) or not source.inside(place.address):
        listed = [(place.address, place.words)]
    else:
        return PlacedItem(published="yes", reachable="no" if seen.fails(place.address) else "yes"), ()
    files = tuple(open_file(source.visit(address)) for address, _words in listed[:most])
    page = own_part(entry, seen) if entry else None
    return judged(page, files, words, looked_at_all=len(listed) <= most), files


def _is_named(seen: Walk, name: str) -> bool:
    if seen.main is None:
        return False
    wanted = compact(name)
    return any(wanted in compact(line) for line in (seen.main.page.title, *seen.main.page.lines))


__all__ = ["INTERNAL", "NOT_OFFICIAL", "Audit", "AuditBounds", "AuditedItem", "audit_site"]
