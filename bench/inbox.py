"""Inbox, tracking page and Thai search with 1,000,000 cases of 8,300 agencies: `python -m bench.inbox [CASES]`.

Each agency has its share; one, a large town, has a hundredth of all. Eight users, each in a process of their own, half
of them in the large town, ask for a page four times a second at most; what is measured is the whole page, from the
request to its bytes.
"""

from __future__ import annotations

import multiprocessing
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence

import psycopg

from prongsai.platform.cluster import cluster_for_tests

AGENCIES, CASES, USERS, ROUNDS = 8_300, 1_000_000, 8, 25
PAUSE = 0.25
TOWN_SHARE = 100
"""The large town has one case in so many."""
NAME = "bench_inbox"
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
    set_up(owner)
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
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


def set_up(address: str) -> None:
    """Start Django on the database of the bench."""
    os.environ |= {"DATABASE_URL": address, "PRONGSAI_MIGRATING": "1", "PRONGSAI_DEMO": "off"}
    os.environ.setdefault("PRONGSAI_STATE", tempfile.mkdtemp())
    os.environ |= {"DJANGO_SETTINGS_MODULE": "prongsai.config.settings", "PRONGSAI_SECRET_KEYS": "bench"}
    os.environ |= {"PRONGSAI_HOSTS": "testserver"}
    import django

    django.setup()


def enter_as(app: str) -> None:
    """Go on as the account that the application has: policies hold for it."""
    from django.db import connection
    from psycopg.conninfo import conninfo_to_dict

    connection.settings_dict["USER"] = str(conninfo_to_dict(app)["user"])


def user_of(owner: str, app: str, agency_code: str) -> Callable[[str], float]:
    """Log an officer in and open a case by its code; give a way to ask for a page, in seconds."""
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

    return ask


def work(owner: str, app: str, turn: int, start: object, results: object) -> None:
    """Be one of the users: ask for each page so many times."""
    ask = user_of(owner, app, "a1" if turn % 2 == 0 else f"a{1000 + turn * 777}")
    for page in GOALS:
        ask(page)
    start.wait()  # type: ignore[attr-defined]
    for _ in range(ROUNDS):
        for page in GOALS:
            results.put((page, turn % 2 == 0, ask(page)))  # type: ignore[attr-defined]
            time.sleep(PAUSE)


def measure(owner: str, app: str) -> dict[tuple[str, bool], list[float]]:
    """Let the users ask at once; give seconds by page and whether it was in the large town."""
    context = multiprocessing.get_context("spawn")
    start, results = context.Barrier(USERS), context.Queue()
    people = [context.Process(target=work, args=(owner, app, turn, start, results)) for turn in range(USERS)]
    for one in people:
        one.start()
    taken: dict[tuple[str, bool], list[float]] = {}
    for _ in range(USERS * ROUNDS * len(GOALS)):
        page, is_town, seconds = results.get(timeout=120)
        taken.setdefault((page, is_town), []).append(seconds)
    for one in people:
        one.join()
    return taken


def p95(times: Sequence[float]) -> float:
    """Give the time that 95 of 100 do not exceed, in milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000


def main(words: Sequence[str]) -> int:
    """Fill, ask, show."""
    cases = int(words[0]) if words else CASES
    server = cluster_for_tests()
    try:
        with psycopg.connect(server.address("admin", database="postgres"), autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
            admin.execute(f"CREATE DATABASE {NAME} OWNER prongsai_owner TEMPLATE template0")
        owner, app = (server.address(role, database=NAME) for role in ("owner", "app"))
        prepare(owner, app, cases)
        print(f"{cases:,} cases of {AGENCIES:,} agencies, {USERS} users at once; milliseconds, p95 (median)")
        for (page, is_town), times in sorted(measure(owner, app).items()):
            where = "large town" if is_town else "office"
            middle = statistics.median(times) * 1000
            print(f"  {page:<10} {where:<11} {p95(times):7.0f} ({middle:.0f})   goal {GOALS[page]}")
        with psycopg.connect(server.address("admin", database="postgres"), autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    finally:
        server.leave()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
