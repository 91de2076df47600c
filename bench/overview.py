"""An adviser of 8,300 agencies that submitted five years each: `python -m bench.overview [AGENCIES] [USERS]`.

Eight users, each in a process of their own, ask for the pages of the adviser, four a second at most; what is measured
is the whole page, from the request to its bytes. The job that reckons the groups of a year is measured by itself.
`--keep` only fills and leaves the database, `--use` measures on it, at a calm moment.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Sequence
from uuid import uuid4

import psycopg

from bench.users_at_once import (
    Asking,
    enter_as,
    fresh_database,
    make_tables,
    measure,
    middle,
    p95,
    set_up,
    what_is_asked,
)

AGENCIES, YEARS, USERS, ROUNDS = 8_300, (2564, 2565, 2566, 2567, 2568), 8, 10
NAME, CODE = "bench_overview", "adviser"
GOAL = 1_000
PAGES = {
    "overview": "/office/advised/?year=2567",
    "last page": "/office/advised/?year=2567&page=166",
    "search": "/office/advised/?year=2567&q=ตำบล 4",
    "narrowed": "/office/advised/?year=2567&kind=sao&province=จังหวัด 7&phase=after",
    "help": "/office/advised/help/?year=2567",
    "medians": "/office/advised/medians/?year=2567",
}
TABLES = ("advice_advised", "advice_rollup")
_ADVISED = """
INSERT INTO advice_advised (agency_id, office_id, name, kind, district, province, since, search_text, sort_text)
SELECT %(adviser)s, a.id, a.name, a.kind, a.district, a.province, date '2024-10-01',
  a.name || ' ' || a.district || ' ' || a.province, a.name
FROM agency_agency a WHERE a.id <> %(adviser)s
"""
_ROLLUPS = """
INSERT INTO advice_rollup (agency_id, advised_id, fiscal_year, number, content, sent, phase, late, asks, is_short)
SELECT %(adviser)s, d.id, y, d.id, c.content, now(), 'after', d.id %% 9, d.id %% 13 = 0, d.id %% 17 = 0
FROM advice_advised d CROSS JOIN unnest(%(years)s::int[]) y
CROSS JOIN LATERAL (SELECT jsonb_build_object('fiscal_year', y, 'codes_year', y, 'on', '2025-03-17', 'phase', 'after',
  'overall', to_char(60 + (d.id * 7 + y) %% 400 / 10.0, 'FM990.00'), 'published', true, 'level', null,
  'scores', (SELECT jsonb_agg(jsonb_build_object('number', n, 'name', 'ชื่อของตัวชี้วัดที่ ' || n, 'instrument', 'IIT',
    'score', to_char(50 + (d.id * 13 + n * 37 + y) %% 500 / 10.0, 'FM990.00'))) FROM generate_series(1, 10) n),
  'surveys', jsonb_build_array(jsonb_build_object('survey', 'IIT', 'answers', d.id %% 60, 'least', 30, 'closes', null),
    jsonb_build_object('survey', 'EIT', 'answers', d.id %% 300, 'least', 100, 'closes', null)),
  'work', jsonb_build_array(jsonb_build_object('key', 'measures', 'label', 'Measures', 'done', 20, 'whole', 60,
    'late', d.id %% 9, 'states', jsonb_build_array(jsonb_build_array('overdue', d.id %% 9)))),
  'wishes', CASE WHEN d.id %% 13 = 0 THEN 'ขอคำแนะนำเรื่องแบบสำรวจของหน่วยงาน' ELSE '' END,
  'sent_by', 'นักวิเคราะห์นโยบายและแผน') AS content) c
"""


def prepare(agencies: int, owner: str) -> None:
    """Make the tables, and fill them with so many agencies."""
    make_tables(owner)
    from prongsai.platform.agency.models import Agency

    adviser = Agency.objects.create(code=CODE, name="ผู้ให้คำปรึกษา", kind="other")
    Agency.objects.bulk_create(
        Agency(
            code=f"a{n}",
            name=f"องค์การบริหารส่วนตำบล {n}",
            kind="sao" if n % 4 else "subdistrict-municipality",
            district=f"อำเภอ {n % 900}",
            province=f"จังหวัด {n % 76}",
        )
        for n in range(1, agencies + 1)
    )
    told = {"adviser": adviser.pk, "years": list(YEARS)}
    with psycopg.connect(owner, autocommit=True) as server:
        for table in TABLES:
            server.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            server.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        server.execute(_ADVISED, told)
        server.execute(_ROLLUPS, told)
        for table in TABLES:
            server.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            server.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        server.execute("VACUUM (ANALYZE)")


def reckon() -> list[float]:
    """Do what the job does after something was submitted, for each year; give seconds."""
    from django.db import transaction

    from prongsai.office.advice.tasks import refresh_groups
    from prongsai.platform.agency.models import Agency
    from prongsai.platform.tenancy.speaker import speaking

    adviser = Agency.objects.get(code=CODE).pk
    taken = []
    for year in YEARS:
        begun = time.perf_counter()
        with transaction.atomic(), speaking(adviser, actor="bench"):
            refresh_groups.func(adviser, year)
        taken.append(time.perf_counter() - begun)
    return taken


def adviser_of(owner: str, app: str) -> Asking:
    """Log somebody of the adviser in."""
    set_up(owner)
    enter_as(app)
    from django.db import transaction
    from django.test import Client

    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency
    from prongsai.platform.tenancy.speaker import speaking

    agency = Agency.objects.get(code=CODE)
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        user = User.objects.create_account(f"adviser{uuid4().hex}", agency=agency)
        RoleGrant.objects.create(user=user, agency=agency, role=Role.OVERSEER)
    client = Client()
    client.force_login(user)

    def ask(address: str) -> float:
        begun = time.perf_counter()
        assert "<table" in client.get(address).content.decode()
        return time.perf_counter() - begun

    return PAGES, ask


def main(words: Sequence[str]) -> int:
    """Fill, reckon, ask, show."""
    told = what_is_asked(words, agencies=AGENCIES, users=USERS)
    with fresh_database(NAME, keep=told.keep, use=told.use) as (owner, app):
        set_up(owner)
        if not told.use:
            prepare(told.agencies, owner)
        if told.keep:
            return 0
        from django.db import connection

        connection.close()
        enter_as(app)
        seconds = reckon()
        years = f"{told.agencies:,} agencies, {len(YEARS)} years each"
        print(f"{years}; the job for one year {statistics.median(seconds):.2f} s")
        print(f"{told.users} users at once; milliseconds, p95 (median), goal {GOAL}")
        for page, times in measure(adviser_of, [(owner, app)] * told.users, ROUNDS).items():
            print(f"  {page:<10} {p95(times):7.0f} ({middle(times):.0f})")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
