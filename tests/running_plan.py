"""A decided plan of two measures in the office of the tests, and its turns."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from cast import Office
from prongsai.office.evidence import services
from prongsai.office.evidence.models import Proof, StepTurn
from prongsai.office.measures.models import Measure, MeasurePlan, PlanState, Step, SupportingUnit
from prongsai.office.rounds import services as rounds
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role


@dataclass
class Running:
    """A decided plan and its turns; called while the office speaks."""

    office: Office
    cycle: Round
    plan: MeasurePlan
    measures: list[Measure] = field(default_factory=list)

    def turn(self, words: str, unit: str = "", due: date | None = None) -> StepTurn:
        turns = StepTurn.objects.filter(step__text__contains=words).select_related("step__measure__plan__round", "unit")
        turns = turns.filter(unit=self.office.units[unit]) if unit else turns
        return (turns.filter(due=due) if due else turns).order_by("due", "pk")[0]

    def given(self, acting, words="ภาพถ่ายป้าย 5 จุด วันที่ 3 มีนาคม 2568", **used) -> Proof:
        unit = self.office.units["สำนักปลัด"]
        told = services.Given(words=words, happened=date(2025, 3, 3), unit=unit, document_number="12/2568")
        return services.give_proof(acting=acting, cycle=self.cycle, given=told, **used)

    def accepted(self, **used) -> Proof:
        proof = self.given(acting_as(self.office.accounts[Role.OFFICER]), **used)
        return services.accept_proof(acting=acting_as(self.office.accounts[Role.COORDINATOR]), proof=proof)


def begin_plan(office: Office) -> Running:
    """Make the plan: M01 with a poster and a monthly list, M02 that every unit does."""
    agency, secretariat, finance = office.agency, office.units["สำนักปลัด"], office.units["กองคลัง"]
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = rounds.ensure_round(acting=coordinator, agency=agency, fiscal_year=2568)
    plan = MeasurePlan.objects.create(
        agency=agency, round=cycle, state=PlanState.DECIDED, decided=date(2024, 10, 15), made_by="user:0"
    )
    told = {"agency": agency, "plan": plan, "since": date(2024, 11, 1), "until": date(2025, 9, 30)}
    posters = Measure.objects.create(
        number=1, title=f"ติดป้ายช่องทางร้องเรียน {office.canary}", lead_unit=secretariat,
        topic="corruption-complaint-channel", feeds=["O22"], expected_proof=["ภาพถ่าย 5 จุด"], **told,
    )  # fmt: skip
    checks = Measure.objects.create(number=2, title=f"ตรวจนับพัสดุ {office.canary}", lead_unit=finance, **told)
    SupportingUnit.objects.create(agency=agency, measure=checks, unit=secretariat)
    Step.objects.create(
        agency=agency, measure=posters, number=1, text="จัดทำและติดป้ายประชาสัมพันธ์ที่จุดบริการ", due=date(2025, 3, 10)
    )
    Step.objects.create(
        agency=agency, measure=posters, number=2, text="สรุปรายเดือน", due=date(2025, 1, 31), every_months=1
    )
    Step.objects.create(
        agency=agency, measure=checks, number=1, text="ตรวจนับทุกส่วนราชการ", due=date(2025, 3, 31), each_unit=True
    )
    services.ensure_turns(plan)
    return Running(office, cycle, plan, [posters, checks])
