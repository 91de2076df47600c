"""Plans of measures for tests of the yearly job. Called while the office speaks."""

from __future__ import annotations

from datetime import date

from cast import Office
from prongsai.office.measures import services
from prongsai.office.measures.models import Measure, MeasurePlan
from prongsai.office.measures.services import MeasureTold, StepTold
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role


def plan_for(office: Office, year: int = 2568) -> MeasurePlan:
    """Begin the plan of a year as the coordinator."""
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = ensure_round(acting=coordinator, agency=office.agency, fiscal_year=year)
    return services.ensure_plan(acting=coordinator, cycle=cycle)


def add(office: Office, plan: MeasurePlan, title: str = "จัดระบบบัตรคิว", **told: object) -> Measure:
    """Add a measure with one step; what is told goes before what is usual."""
    usual = {
        "issue": 1,
        "codes": ["E2"],
        "lead_unit": office.units["สำนักปลัด"],
        "since": date(2024, 11, 1),
        "until": date(2025, 9, 30),
        "expected_proof": ["สมุดบัตรคิวรายเดือน"],
    }
    steps = told.pop("steps", (StepTold("จัดหาบัตรคิว", unit=office.units["สำนักปลัด"], due=date(2024, 11, 29)),))
    return services.add_measure(
        acting=acting_as(office.accounts[Role.COORDINATOR]),
        plan=plan,
        told=MeasureTold(title=f"{title} {office.canary}".strip(), **(usual | told)),
        steps=steps,
    )
