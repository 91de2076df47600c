"""What row-level security costs a signed-in page, with 8,300 agencies in the database: `python -m bench.pages`."""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date

import psycopg

from prongsai.platform.cluster import cluster_for_tests

AGENCIES, TALKS, PAGES = 8_300, 60, 20
NAME = "bench_pages"


def prepare(owner: str, app: str) -> None:
    """Make the tables, fill them: so many agencies with so many rows each."""
    os.environ |= {"DATABASE_URL": owner, "PRONGSAI_MIGRATING": "1", "PRONGSAI_EXAMPLE_DESK": "on"}
    os.environ |= {"PRONGSAI_STATE": tempfile.mkdtemp(), "DJANGO_SETTINGS_MODULE": "prongsai.config.settings"}
    os.environ |= {"PRONGSAI_SECRET_KEYS": "bench", "PRONGSAI_HOSTS": "testserver"}
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable")
    call_command("collectstatic", interactive=False, verbosity=0)
    from django.db import connection

    from prongsai.platform.agency.models import Agency

    Agency.objects.bulk_create(Agency(code=f"a{n}", name=f"agency {n}", kind="sao") for n in range(1, AGENCIES + 1))
    with psycopg.connect(owner, autocommit=True) as server:
        server.execute("ALTER TABLE example_talk NO FORCE ROW LEVEL SECURITY")
        server.execute(
            "INSERT INTO example_talk (agency_id, village, happened, listeners) SELECT a.id, 'village ' || n,"
            " %s::date + n, n FROM agency_agency a, generate_series(1, %s) n",
            (date(2024, 10, 1), TALKS),
        )
        server.execute("ALTER TABLE example_talk FORCE ROW LEVEL SECURITY")
        server.execute("ANALYZE")
    connection.close()
    from psycopg.conninfo import conninfo_to_dict

    connection.settings_dict["USER"] = str(conninfo_to_dict(app)["user"])


def signed_in_page() -> Callable[[], object]:
    """Give a way to ask for the list of talks as an officer of one agency."""
    from django.db import transaction
    from django.test import Client

    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency
    from prongsai.platform.tenancy.speaker import speaking

    agency = Agency.objects.get(code="a4150")
    user = User.objects.filter(agency=agency).first() or User.objects.create_account("officer", agency=agency)
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        RoleGrant.objects.get_or_create(user=user, agency=agency, role=Role.OFFICER)
    client = Client()
    client.force_login(user)

    def ask() -> None:
        for _ in range(PAGES):
            answer = client.get("/office/example/")
            assert answer.status_code == 200, answer.status_code
            assert answer.content.count(b"village ") >= TALKS

    return ask


def main() -> int:
    """Ask with and without the policies in turn."""
    server = cluster_for_tests()
    try:
        with psycopg.connect(server.address("admin", database="postgres"), autocommit=True) as admin:
            admin.execute(f"DROP DATABASE IF EXISTS {NAME}")
            admin.execute(f"CREATE DATABASE {NAME} OWNER prongsai_owner TEMPLATE template0")
        owner, app = (server.address(role, database=NAME) for role in ("owner", "app"))
        prepare(owner, app)
        ask = signed_in_page()

        compare(ask, owner)
    finally:
        server.leave()
    return 0


def compare(ask: Callable[[], object], owner: str) -> None:
    """Show both, switching outside the measured time."""
    times: dict[str, list[float]] = {"ENABLE": [], "DISABLE": []}
    for turn in range(16):
        for word, taken in times.items():
            switch(owner, word)
            begun = time.perf_counter()
            ask()
            if turn:
                taken.append(time.perf_counter() - begun)
    with_policies, without = (statistics.median(taken) / PAGES for taken in times.values())
    print(f"  with the policies {with_policies * 1000:8.2f} ms a page")
    print(f"  without them      {without * 1000:8.2f} ms a page")
    print(f"  ratio {with_policies / without:.2f} (goal 1.3)")


def switch(owner: str, word: str) -> None:
    """Switch the policies of the tables that the page asks: ENABLE or DISABLE."""
    with psycopg.connect(owner, autocommit=True) as own:
        own.execute("SET lock_timeout = '5s'")
        for table in ("example_talk", "agency_person", "agency_unit", "agency_holding"):
            own.execute(f"ALTER TABLE {table} {word} ROW LEVEL SECURITY")


if __name__ == "__main__":
    sys.exit(main())
