"""Making a public site of 2,000 pages, and one page of it: `python -m bench.site_made [PAGES] [ROUNDS]`.

The items stand in four years of one office, each with five pieces of words, each fourth with a table (which the open
data give as CSV and Excel too). Seconds are those on the clock; beside them stands what the processor worked.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bench.users_at_once import enter_as, fresh_database, make_tables

if TYPE_CHECKING:
    from prongsai.office.rounds.models import Round
    from prongsai.office.site.generating import Counted
    from prongsai.platform.agency.models import Agency

PAGES, ROUNDS, YEARS = 2_000, 3, (2565, 2566, 2567, 2568)
NAME = "bench_site"
GOALS = (20.0, 0.3)
WORDS = "องค์การบริหารส่วนตำบลจัดประชุมประชาคมครบทุกหมู่บ้าน แล้วนำความเห็นไปปรับแผนการให้บริการของทุกส่วนราชการ "


def prepare(owner: str, app: str, pages: int) -> Agency:
    """Make the tables, an office and its published items; give the office."""
    make_tables(owner)
    enter_as(app)
    return _office(pages)


def _office(pages: int) -> Agency:
    from django.db import transaction

    from prongsai.office.rounds.services import ensure_round
    from prongsai.platform.accounts.acting import acting_as
    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency
    from prongsai.platform.tenancy.speaker import speaking

    agency = Agency.objects.create(code="a1", name="อบต.หนองกระจ่าง", kind="sao")
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        user = User.objects.create_account("maker", agency=agency)
        RoleGrant.objects.create(user=user, agency=agency, role=Role.COORDINATOR)
        for year in YEARS:
            cycle = ensure_round(acting=acting_as(user), agency=agency, fiscal_year=year)
            _publish(agency, cycle, pages // len(YEARS))
    return agency


def _publish(agency: Agency, cycle: Round, items: int) -> None:
    """Write items and their versions as the rooms would, many at a time."""
    from django.utils import timezone

    from prongsai.office.disclosure.content import PublishedContent, ShownPiece, frozen, mark_of
    from prongsai.office.disclosure.models import DisclosedItem, Publication

    year = cycle.fiscal_year
    rows = tuple((f"{n}", f"จัดซื้อวัสดุครั้งที่ {n}", f"{n * 1_250:,}.00", "วิธีเฉพาะเจาะจง") for n in range(20))
    made = DisclosedItem.objects.bulk_create(
        DisclosedItem(agency=agency, round=cycle, code=f"O{n}", noted_in=year, made_by="user:1")
        for n in range(1, items + 1)
    )
    publications = []
    for item in made:
        pieces = [ShownPiece(kind="words", heading=f"หัวข้อที่ {n} ของ {item.code}", words=(WORDS * 3,)) for n in range(5)]
        table = ShownPiece(kind="table", heading="รายการ", rows=(("ที่", "รายการ", "จำนวนเงิน", "วิธี"), *rows))
        parts = (*pieces, table) if len(publications) % 4 == 0 else pieces
        told = PublishedContent(year=year, code=item.code, title=f"ข้อมูลที่ {item.code}", indicator=9, pieces=parts)
        content = frozen(told)
        publications.append(
            Publication(
                agency=agency, item=item, version=1, path=f"ita/{year}/{item.code.lower()}/", content=content,
                mark=mark_of(content), published=timezone.now(), made_by="user:1",
            )
        )  # fmt: skip
    Publication.objects.bulk_create(publications)


def measured(agency: Agency, rounds: int) -> tuple[Counted, list[float], list[float], float]:
    """Make the site and single pages of it; give what was counted, the seconds of each, those of the processor."""
    from django.db import transaction

    from prongsai.office.disclosure.models import Publication
    from prongsai.office.site.services import rebuild, rebuild_item
    from prongsai.platform.tenancy.speaker import speaking

    whole: list[float] = []
    single: list[float] = []
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        worked = time.process_time()
        for _round in range(rounds):
            begun = time.perf_counter()
            counted = rebuild(agency)
            whole.append(time.perf_counter() - begun)
        worked = (time.process_time() - worked) / rounds
        for publication in Publication.objects.order_by("?")[: 10 * rounds]:
            begun = time.perf_counter()
            rebuild_item(publication)
            single.append(time.perf_counter() - begun)
    return counted, whole, single, worked


def show(counted: Counted, whole: Sequence[float], single: Sequence[float], worked: float) -> None:
    """Print medians beside the goals."""
    clock = f"{statistics.median(whole):.1f} s (median of {len(whole)}, goal {GOALS[0]:.0f})"
    print(f"{counted.pages} pages and {counted.files} files: {clock}, of them {worked:.1f} s of the processor")
    middle, worst = statistics.median(single) * 1000, max(single) * 1000
    print(f"one item: {middle:.0f} ms (median of {len(single)}, worst {worst:.0f}; goal {GOALS[1] * 1000:.0f})")


if __name__ == "__main__":
    given = [int(each) for each in sys.argv[1:]]
    with fresh_database(NAME) as (as_owner, as_app):
        office = prepare(as_owner, as_app, given[0] if given else PAGES)
        show(*measured(office, given[1] if len(given) > 1 else ROUNDS))
