"""A year of an office whose measures were decided, done, proved and noted, for tests of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from cast import Office
from prongsai.office.evidence.models import Note, Proof, ProofState, ProofUse, Standing, StepTurn
from prongsai.office.measures.models import Measure, MeasurePlan, PlanState, Step
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role

PHOTO = "ภาพถ่ายกระดานแจ้งขั้นตอน"


def year_of(office: Office, fiscal_year: int = 2568, analysed: int | None = 2567) -> tuple[Round, MeasurePlan]:
    """Open a year and decide an empty plan. Called while the office speaks."""
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = ensure_round(acting=coordinator, agency=office.agency, fiscal_year=fiscal_year)
    plan, _new = MeasurePlan.objects.get_or_create(
        agency=office.agency,
        round=cycle,
        defaults={
            "state": PlanState.DECIDED,
            "decided": date(2024, 10, 15),
            "decided_in": "ประชุมครั้งที่ 1",
            "analysed_year": analysed,
            "made_by": coordinator.actor,
        },
    )
    return cycle, plan


@dataclass
class Planned:
    """What is to be done, before it is a row."""

    title: str
    steps: Sequence[str] = ("จัดทำทะเบียน",)
    issue: int | None = 4
    codes: Sequence[str] = ()
    feeds: Sequence[str] = ()
    unit: str = "กองคลัง"
    since: date | None = date(2024, 11, 1)
    until: date | None = date(2025, 9, 30)
    figures: Mapping[str, int] = field(default_factory=dict)


def measure_of(office: Office, plan: MeasurePlan, told: Planned) -> Measure:
    """Add a measure with its steps, each with one turn."""
    measure = Measure.objects.create(
        agency=office.agency,
        plan=plan,
        number=plan.measures.count() + 1,
        issue=told.issue,
        codes=list(told.codes),
        feeds=list(told.feeds),
        title=told.title,
        lead_unit=office.units[told.unit],
        since=told.since,
        until=told.until,
    )
    for number, text in enumerate(told.steps, 1):
        step = Step.objects.create(
            agency=office.agency, measure=measure, number=number, text=text, unit=office.units[told.unit]
        )
        StepTurn.objects.create(agency=office.agency, step=step, due=told.until, unit=office.units[told.unit])
    return measure


def turn_of(measure: Measure, step: int = 1) -> StepTurn:
    return StepTurn.objects.get(step__measure=measure, step__number=step)


def done(measure: Measure, words: str, day: date, *, step: int = 1, state: str = "done", **told: object) -> StepTurn:
    """Write down that a step was done, or that nothing was to report."""
    turn = turn_of(measure, step)
    turn.state, turn.result, turn.happened, turn.entered = state, words, day, day
    for name, value in told.items():
        setattr(turn, name, value)
    turn.save()
    return turn


def proved(office: Office, cycle: Round, words: str = PHOTO, *, accepted: bool = True, **uses: object) -> Proof:
    """Give a proof for a turn, a measure or an item, accepted unless said otherwise."""
    proof = Proof.objects.create(
        agency=office.agency,
        round=cycle,
        words=words,
        document_number="ตย 71001/5",
        happened=date(2025, 1, 10),
        received=date(2025, 1, 12),
        unit=office.units["กองคลัง"],
        state=ProofState.ACCEPTED if accepted else ProofState.OFFERED,
        made_by="user:0",
    )
    ProofUse.objects.create(agency=office.agency, proof=proof, **uses)
    return proof


def stands(measure: Measure, **told: object) -> Standing:
    return Standing.objects.create(agency_id=measure.agency_id, measure=measure, **told)


def noted(office: Office, cycle: Round, kind: str, words: str, *, in_report: bool = True) -> Note:
    return Note.objects.create(
        agency=office.agency,
        round=cycle,
        kind=kind,
        words=words,
        unit=office.units["สำนักปลัด"],
        day=date(2025, 1, 20),
        in_report=in_report,
        by="user:0",
    )


@dataclass
class ReportedYear:
    """A small year: one measure complete with proof, one done without, one not begun, one stopped."""

    office: Office
    cycle: Round
    proven: Measure
    bare: Measure
    idle: Measure
    stopped: Measure
    proof: Proof


def small_year(office: Office, fiscal_year: int = 2568) -> ReportedYear:
    """Make the small year. Called while the office speaks."""
    cycle, plan = year_of(office, fiscal_year)
    proven = measure_of(
        office,
        plan,
        Planned("ลงทะเบียนการยืมทุกครั้ง", ("จัดทำทะเบียน", "แจ้งทุกส่วนราชการ"), codes=["I19", "I20"], feeds=["O12"]),
    )
    first = done(proven, "จัดทำทะเบียนการยืม 37 รายการ", date(2025, 1, 10))
    done(proven, "แจ้งเวียนเมื่อวันที่ 15 มกราคม 2568 ครบ 5 ส่วนราชการ", date(2025, 1, 15), step=2)
    proof = proved(office, cycle, turn=first)
    proved(office, cycle, "บันทึกแจ้งเวียน", turn=turn_of(proven, 2))
    stands(proven, completed=date(2025, 2, 1), outcome="ยืมและคืนตรงตามกำหนดมากขึ้น")
    bare = measure_of(office, plan, Planned("สรุปงบประมาณหนึ่งหน้า", ("จัดทำสรุปรายไตรมาส",), 5, ["I7"]))
    done(bare, "เผยแพร่สรุปไตรมาสที่ 1", date(2025, 1, 20))
    idle = measure_of(office, plan, Planned("สำรวจความต้องการ", ("สำรวจ 9 หมู่บ้าน",), 2, ["E14"], unit="สำนักปลัด"))
    stopped = measure_of(office, plan, Planned("ศึกษาดูงาน", ("เดินทาง",), 7, unit="สำนักปลัด"))
    stands(stopped, stopped=date(2025, 3, 10), stopped_because="โอนงบประมาณไปซ่อมแซมความเสียหายจากน้ำท่วม")
    return ReportedYear(office, cycle, proven, bare, idle, stopped, proof)
