"""Home page, findings, measures of an office among 8,300 with five years: `python -m bench.home [AGENCIES] [ROUNDS]`.

Every office has five years with results, and 60 measures in each. Eight users, each a coordinator in a process of its
own and in an office of its own, ask for a page four times a second at most; measured is the whole page, from the
request to its bytes: first with one office alone in the database, then with all. `anew`: the home page after a deed.
To fill takes long: `--keep` only fills and leaves the two databases, `--use` measures on them, at a calm moment.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from uuid import uuid4

import psycopg

from bench.office_years import CODE, RUNNING, copy_to_others, demo_day, make_one_office
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

AGENCIES, USERS, ROUNDS = 8_300, 8, 25
NAME, ALONE = "bench_home", "bench_home_alone"
GOAL = 150
UNITS = """INSERT INTO agency_unit (agency_id, name, short_name, "order") SELECT id, 'unit', '', 0 FROM agency_agency
WHERE NOT EXISTS (SELECT 1 FROM agency_unit u WHERE u.agency_id = agency_agency.id)"""


def prepare(owner: str, app: str) -> None:
    """Make the tables, and one office with its years."""
    make_tables(owner)
    from django.db import connection

    add_agencies(owner, 1)
    connection.close()
    enter_as(app)
    make_one_office()
    connection.close()
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute("ANALYZE")  # what a server that runs does by itself within a minute


def add_agencies(owner: str, upto: int) -> None:
    """Add agencies until there are so many, each with a unit. All live on one day of the running year."""
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute(
            "INSERT INTO agency_agency (code, name, short_name, english_name, kind, district, province, address, phone,"
            " letter_prefix, email, website, host, demo_today) SELECT 'a' || n, 'office ' || n, '', '', 'sao', '', '',"
            " '', '', '', '', '', '', %s FROM generate_series(1, %s) n ON CONFLICT (code) DO NOTHING",
            (demo_day(), upto),
        )
        server.execute("ALTER TABLE agency_unit NO FORCE ROW LEVEL SECURITY")
        server.execute("ALTER TABLE agency_unit DISABLE TRIGGER USER")
        server.execute(UNITS)
        server.execute("ALTER TABLE agency_unit ENABLE TRIGGER USER")
        server.execute("ALTER TABLE agency_unit FORCE ROW LEVEL SECURITY")


def coordinator_of(owner: str, app: str, code: str) -> Asking:
    """Log a coordinator and an officer of an office in; give the pages there are, and a way to ask for one, in seconds.

    The officer's is *my part* (ส่วนของฉัน); the other pages are the coordinator's.
    """
    set_up(owner)
    enter_as(app)
    from django.conf import settings
    from django.db import transaction
    from django.test import Client
    from django.urls import reverse

    from prongsai.office.rounds.models import Round
    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency, Person, Unit
    from prongsai.platform.tenancy.speaker import speaking

    agency = Agency.objects.get(code=code)

    def enter(role: Role, person: Person | None = None) -> Client:
        user = User.objects.create_account(f"user{uuid4().hex}", agency=agency, person=person)
        RoleGrant.objects.create(user=user, agency=agency, role=role, unit=person.unit if person else None)
        client = Client(headers={"accept-language": "th"})
        client.force_login(user)
        session = client.session
        session["second_factor"] = True
        session.save()
        return client

    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        told = {"prefix": "นาย", "given_name": "วิทยา", "family_name": "ตัวอย่างคง", "unit": Unit.objects.get()}
        client = enter(Role.COORDINATOR)
        officer = enter(Role.OFFICER, Person.objects.create(agency=agency, **told))
        years = {cycle.fiscal_year: cycle.pk for cycle in Round.objects.all()}
    last = max(year for year in years if year != RUNNING)
    addresses = {"home": "/office/", "home anew": "/office/", "findings": reverse("findings", args=[years[last]])}
    addresses |= {"my part": reverse("my-tasks"), "measures": reverse("measures", args=[years[RUNNING]])}

    def ask(page: str) -> float:
        settings.HOME_KEPT_SECONDS = 0 if page == "home anew" else 300
        begun = time.perf_counter()
        answer = (officer if page == "my part" else client).get(addresses[page])
        assert answer.status_code == 200, (page, answer.status_code)
        assert answer.content
        return time.perf_counter() - begun

    return {page: page for page in addresses}, ask


def show(title: str, taken: dict[str, list[float]], beside: dict[str, list[float]] | None = None) -> None:
    """Print each page, and how it compares with the same page where one office is alone."""
    print(title)
    for page, times in taken.items():
        ratio = f"   {p95(times) / p95(beside[page]):.2f} x one office alone (goal 1.5)" if beside else ""
        print(f"  {page:<10} p95 {p95(times):6.0f} ms (median {middle(times):.0f})   goal {GOAL}{ratio}")


def fill(owner: str, agencies: int) -> None:
    """Add the other offices, each with the years of the first."""
    add_agencies(owner, agencies)
    for table, rows in copy_to_others(owner):
        print(f"  {table}: {rows:,} rows", flush=True)


def main(words: Sequence[str]) -> int:
    """Fill, ask, show."""
    told = what_is_asked(words, agencies=AGENCIES, rounds=ROUNDS)
    kept = {"keep": told.keep, "use": told.use}
    with fresh_database(ALONE, **kept) as (owner, app):
        if not told.use:
            prepare(owner, app)
        with fresh_database(NAME, like=ALONE, **kept) as (owner_of_all, app_of_all):
            if not told.use:
                fill(owner_of_all, told.agencies)
            if told.keep:
                return 0
            alone = measure(coordinator_of, [(owner, app, CODE)] * USERS, told.rounds)
            show(f"one office, {USERS} users at once", alone)
            codes = [f"a{2 + turn * max((told.agencies - 2) // USERS, 1)}" for turn in range(USERS)]
            among = measure(coordinator_of, [(owner_of_all, app_of_all, code) for code in codes], told.rounds)
            show(f"{told.agencies:,} offices, {USERS} users in offices of their own", among, alone)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
