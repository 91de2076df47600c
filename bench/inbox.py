"""Inbox, tracking page and Thai search with 1,000,000 cases of 8,300 agencies: `python -m bench.inbox [CASES]`.

Each agency has its share; one, a large town, has a hundredth of all. Eight users, each in a process of their own, half
of them in the large town, ask for a page four times a second at most; what is measured is the whole page, from the
request to its bytes.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

import psycopg

from bench.users_at_once import Asking, enter_as, fresh_database, make_tables, measure, middle, p95, set_up

AGENCIES, CASES, USERS, ROUNDS = 8_300, 1_000_000, 8, 25
TOWN_SHARE = 100
"""The large town has one case in so many."""
NAME = "bench_inbox"
TOWN = "a1"
CODE = "2A7K9MPQTWXY3456"
GOALS = {"inbox": 150, "tracking": 150, "search": 300}
SUBJECTS = (
    "ไฟส่องสว่างดับ", "ขอน้ำอุปโภคบริโภค", "ขอตัดต้นไม้ริมทาง", "ถนนเป็นหลุมบ่อ", "ขอยืมเต็นท์และเก้าอี้", "เบี้ยยังชีพผู้สูงอายุ",
    "กลิ่นเหม็นจากคอกสัตว์", "ขอข้อมูลข่าวสาร",
)  # fmt: skip
PLACES = ("หน้าวัด", "หน้าโรงเรียน", "ท้ายซอย", "ข้างตลาด", "ริมคลอง", "หน้าอนามัย", "กลางหมู่บ้าน")
_UNITS = (
    """INSERT INTO agency_unit (agency_id, name, short_name, "order") SELECT id, 'unit', '', 0 FROM agency_agency"""
)
_FILL = """
INSERT INTO cases_case (agency_id, kind, year, number, channel, is_sensitive, subject, body, asker_name, asker_phone,
  asker_contact, asker_number, unit_id, recorded_by, received_on, entered_on, state, limit_days, waited_days, due,
  closed_on, end_told_on, result, code_prefix, code_hash, search_text)
SELECT a.id, 'general', 2500 + n / 4000, n + 1, (ARRAY['counter', 'online', 'telephone', 'line'])[1 + n %% 4], false,
  s.words, '', 'นางสาวตัวอย่าง ที่ ' || n, '0' || (800000000 + n), '', '', u.id, 'bench', d.day, d.day,
  CASE WHEN n %% 20 = 0 THEN 'work' ELSE 'finished' END, 15, 0, d.day + 21,
  CASE WHEN n %% 20 = 0 THEN NULL ELSE d.day + 9 END, CASE WHEN n %% 20 = 0 THEN NULL ELSE d.day + 9 END, '',
  substr(md5(a.id || '-' || n), 1, 3), md5(a.id || '-' || n) || md5(n::text),
  lower(s.words || ' นางสาวตัวอย่าง ที่ ' || n)
FROM agency_agency a JOIN agency_unit u ON u.agency_id = a.id
CROSS JOIN LATERAL generate_series(0, CASE WHEN a.code = 'a1' THEN %(town)s ELSE %(each)s END - 1) n
CROSS JOIN LATERAL (SELECT date '2023-10-01' + (n * 7 + a.id)::int %% 700 AS day) d
CROSS JOIN LATERAL (SELECT (%(subjects)s::text[])[1 + (n * 13 + a.id) %% 8]
  || (%(places)s::text[])[1 + (n * 5 + a.id) %% 7] AS words) s
WHERE a.id %% %(parts)s = %(part)s
"""


def prepare(owner: str, app: str, cases: int) -> None:
    """Make the tables, and fill them with so many cases."""
    make_tables(owner)
    from django.db import connection

    from prongsai.platform.agency.models import Agency

    Agency.objects.bulk_create(Agency(code=f"a{n}", name=f"office {n}", kind="sao") for n in range(1, AGENCIES + 1))
    town = cases // TOWN_SHARE
    told = {
        "town": town,
        "each": (cases - town) // (AGENCIES - 1) + 1,
        "subjects": list(SUBJECTS),
        "places": list(PLACES),
    }
    tables = ("agency_unit", "cases_case")
    with psycopg.connect(owner, autocommit=True) as server:
        for table in tables:
            server.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            server.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        server.execute(_UNITS)
        for part in range(10):
            server.execute(_FILL, told | {"parts": 10, "part": part})
        for table in tables:
            server.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            server.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        server.execute("VACUUM (ANALYZE)")
    connection.close()
    enter_as(app)


def officer_of(owner: str, app: str, agency_code: str) -> Asking:
    """Log an officer in and open a case by its code; the pages are told apart by whether this is the large town."""
    set_up(owner)
    enter_as(app)
    from django.db import transaction
    from django.test import Client

    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency, Unit
    from prongsai.platform.tenancy.speaker import speaking
    from prongsai.registers.cases.models import Case
    from prongsai.registers.cases.tracking_code import PREFIX, hash_of

    agency = Agency.objects.get(code=agency_code)
    name = f"officer{os.getpid()}"
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        user = User.objects.create_account(name, agency=agency)
        RoleGrant.objects.create(user=user, agency=agency, role=Role.OFFICER, unit=Unit.objects.get())
        case = Case.objects.filter(state="work").order_by("pk")[os.getpid() % 5]
        Case.objects.filter(pk=case.pk).update(code_prefix=CODE[:PREFIX], code_hash=hash_of(CODE))
    staff, citizen = Client(), Client(REMOTE_ADDR=f"10.0.{os.getpid() % 250}.{os.getpid() % 249}")
    staff.force_login(user)

    def ask(page: str) -> float:
        begun = time.perf_counter()
        if page == "tracking":
            assert citizen.post(f"/{agency.code}/track/", {"code": CODE}).status_code == 302
            assert citizen.get(f"/{agency.code}/track/case/").status_code == 200
        elif page == "search":
            assert "คำร้องทั่วไป" in staff.get("/office/cases/", {"q": "ไฟส่องสว่าง วัด"}).content.decode()
        else:
            assert "คำร้องทั่วไป" in staff.get("/office/cases/").content.decode()
        return time.perf_counter() - begun

    where = "large town" if agency_code == TOWN else "office"
    return {f"{page:<10} {where:<11}": page for page in GOALS}, ask


def main(words: Sequence[str]) -> int:
    """Fill, ask, show."""
    cases = int(words[0]) if words else CASES
    with fresh_database(NAME) as (owner, app):
        prepare(owner, app, cases)
        print(f"{cases:,} cases of {AGENCIES:,} agencies, {USERS} users at once; milliseconds, p95 (median)")
        codes = [TOWN if turn % 2 == 0 else f"a{1000 + turn * 777}" for turn in range(USERS)]
        for label, times in sorted(measure(officer_of, [(owner, app, code) for code in codes], ROUNDS).items()):
            print(f"  {label} {p95(times):7.0f} ({middle(times):.0f})   goal {GOALS[label.split()[0]]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
