"""Years of an office for measurements: one is made by the rooms themselves, the others are copies of its rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

import psycopg
from psycopg import sql

Server: TypeAlias = psycopg.Connection[tuple[object, ...]]
YEARS = (2564, 2565, 2566, 2567, 2568)
RUNNING = YEARS[-1]
MEASURES, STEPS = 60, 2
SCORES = (93.40, 87.92, 86.75, 78.16, 88.07, 90.45, 87.83, 83.62, 95.00, 87.50)
CODE = "a1"
"""The office whose years are copied."""

COPIES = (
    ("rounds_round", {}),
    ("results_resultsheet", {"round_id": "rounds_round"}),
    ("results_scoreline", {"sheet_id": "results_resultsheet"}),
    ("measures_measureplan", {"round_id": "rounds_round"}),
    ("measures_measure", {"plan_id": "measures_measureplan", "lead_unit_id": "agency_unit"}),
    ("measures_step", {"measure_id": "measures_measure", "unit_id": "agency_unit"}),
    ("evidence_stepturn", {"step_id": "measures_step", "unit_id": "agency_unit"}),
)
"""Tables in the order in which they are copied, and where each key points. Tables that are not there are left out."""


def make_one_office() -> None:
    """Make the years of the first office, by the services of the rooms where they have one."""
    from django.db import transaction

    from prongsai.ita.scoring import TypedRow
    from prongsai.office.results import services as results
    from prongsai.office.results.models import Origin
    from prongsai.office.rounds import services as rounds
    from prongsai.platform.accounts.acting import acting_as
    from prongsai.platform.accounts.models import Role, RoleGrant, User
    from prongsai.platform.agency.models import Agency, Unit
    from prongsai.platform.tenancy.speaker import speaking

    agency = Agency.objects.get(code=CODE)
    with transaction.atomic(), speaking(agency.pk, actor="bench"):
        user = User.objects.create_account("maker", agency=agency)
        RoleGrant.objects.create(user=user, agency=agency, role=Role.COORDINATOR)
        by, unit = acting_as(user), Unit.objects.get()
        for year in YEARS:
            cycle = rounds.ensure_round(acting=by, agency=agency, fiscal_year=year)
            if year != RUNNING:
                rows = [
                    TypedRow(n, str(n), f"{score - (RUNNING - year) * 0.5:.2f}") for n, score in enumerate(SCORES, 1)
                ]
                entered = results.enter_rows(acting=by, agency=agency, fiscal_year=year, rows=rows, origin=Origin.TYPED)
                assert entered.sheet is not None
                for line in entered.sheet.lines.exclude(doubts=[]):
                    results.accept_line(acting=by, line=line)
                results.confirm(acting=by, sheet=entered.sheet)
            _plan(agency, cycle, unit)
        for cycle in rounds_before():
            rounds.close_round(acting=by, found=cycle)


def rounds_before() -> list[object]:
    """Give the years that are over."""
    from prongsai.office.rounds.models import Round

    return list(Round.objects.exclude(fiscal_year=RUNNING))


def _plan(agency: object, cycle: object, unit: object) -> None:
    """Give a year its measures with their steps, where the room of measures is installed."""
    from django.apps import apps

    if not apps.is_installed("prongsai.office.measures"):
        return
    from prongsai.ita.thai import fiscal_year_span
    from prongsai.office.measures.models import Measure, MeasurePlan, Step

    span = fiscal_year_span(cycle.fiscal_year)
    told = {"agency": agency, "round": cycle, "state": "decided", "decided": span.start, "made_by": "bench"}
    plan = MeasurePlan.objects.create(**told)
    for number in range(1, MEASURES + 1):
        measure = Measure.objects.create(
            agency=agency, plan=plan, number=number, title=f"จัดทำและเผยแพร่แนวปฏิบัติ เรื่องที่ {number}", lead_unit=unit,
            issue=1 + number % 7, finding="ผู้รับบริการบางรายยังไม่ทราบขั้นตอน", since=span.start, until=span.end,
        )  # fmt: skip
        for step in range(1, STEPS + 1):
            due = span.start + timedelta(days=(number * 5 + step * 20) % 360)
            Step.objects.create(agency=agency, measure=measure, number=step, text=f"ขั้นตอน {step}", unit=unit, due=due)
    if apps.is_installed("prongsai.office.evidence"):
        from prongsai.office.evidence.services import ensure_turns

        ensure_turns(plan)


def copy_to_others(owner: str) -> Iterator[tuple[str, int]]:
    """Copy the rows of the first office to every other; tell of each table how many rows it has then."""
    with psycopg.connect(owner, autocommit=True) as server:
        there = [(table, keys) for table, keys in COPIES if _is_there(server, table)]
        lifted = ["agency_unit", *(table for table, _keys in there)]
        for table in lifted:
            server.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
            server.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for table, keys in there:
            server.execute(_copying(server, table, keys))
            server.execute(f"ANALYZE {table}")
            ((rows,),) = server.execute(
                "SELECT reltuples::bigint FROM pg_class WHERE relname = %s", (table,)
            ).fetchall()
            yield table, rows
        for table in lifted:
            server.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
            server.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def _is_there(server: Server, table: str) -> bool:
    return server.execute("SELECT to_regclass(%s)", (table,)).fetchone() != (None,)


def _copying(server: psycopg.Connection[tuple[object, ...]], table: str, keys: dict[str, str]) -> sql.Composed:
    """Write the copying of a table. A key is found again as the row at the same place among those of the other agency.

    Rows keep their order: the n-th row of an agency in a table is the copy of the n-th row of the first.
    """
    found = server.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s AND is_identity = 'NO'"
        " AND is_generated = 'NEVER' AND column_name NOT IN ('id', 'agency_id') ORDER BY ordinal_position",
        (table,),
    ).fetchall()
    columns = [str(name) for (name,) in found]
    own = sql.SQL(", ").join(sql.Identifier(name) for name in columns)
    joins, values = sql.Composed([]), []
    for number, name in enumerate(columns):
        if name not in keys:
            values.append(sql.SQL("t.{}").format(sql.Identifier(name)))
            continue
        there, first = sql.Identifier(f"there{number}"), sql.Identifier(f"first{number}")
        numbered = sql.SQL(
            "(SELECT id, agency_id, row_number() OVER (PARTITION BY agency_id ORDER BY id) AS n FROM {})"
        )
        target = numbered.format(sql.Identifier(keys[name]))
        joins += sql.SQL(
            " LEFT JOIN {target} {first} ON {first}.id = t.{name} AND {first}.agency_id = t.agency_id"
            " LEFT JOIN {target} {there} ON {there}.agency_id = a.id AND {there}.n = {first}.n"
        ).format(target=target, first=first, there=there, name=sql.Identifier(name))
        values.append(sql.SQL("{}.id").format(there))
    return sql.SQL(
        "INSERT INTO {table} (agency_id, {own}) SELECT a.id, {values} FROM {table} t"
        " JOIN agency_agency f ON f.id = t.agency_id AND f.code = {code} JOIN agency_agency a ON a.code <> {code}"
        "{joins} ORDER BY a.id, t.id"
    ).format(
        table=sql.Identifier(table), own=own, values=sql.SQL(", ").join(values), code=sql.Literal(CODE), joins=joins,
    )  # fmt: skip


def demo_day() -> date:
    """Give the day on which the pages are asked for: in the running year."""
    return date(2025, 3, 17)
