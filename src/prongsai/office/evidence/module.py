"""The card of progress and evidence."""

from django.utils.translation import gettext_noop

from prongsai.office.evidence.hand_over import TurnsOfPerson
from prongsai.office.evidence.home_sources import MeasuresProven, MeasuresStanding, ProofLacking
from prongsai.office.evidence.month_sources import ProofOfMonth
from prongsai.office.evidence.task_source import TurnTasks
from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

GROUND = "public task of the agency (s. 24 (4))"
UNTIL = "as long as the plan is among the office's papers; removed by decision under the archive rules"

MODULE = Module(
    key="evidence",
    title=gettext_noop("Progress and evidence"),
    tasks=(TurnTasks(),),
    hand_over=(TurnsOfPerson(),),
    home=(ProofLacking(), MeasuresProven()),
    month=(ProofOfMonth(),),
    standings=(MeasuresStanding(),),
    records=(
        PersonalRecord(
            "evidence.StepTurn",
            ("person", "recorded_for"),
            purpose="who of the staff did a step, or for whom it was written down",
            ground=GROUND,
            until=UNTIL,
        ),
        PersonalRecord(
            "evidence.Proof",
            ("words", "recorded_for"),
            purpose="what proves that a measure was carried out; a sheet or a photograph may show people",
            ground=GROUND,
            until=UNTIL,
        ),
        NoPersonalData("evidence.ProofUse", because="says what a proof is used for"),
        NoPersonalData("evidence.Standing", because="the state of a measure; who set it is an account number"),
        NoPersonalData("evidence.Note", because="problems and proposals of units for the report"),
    ),
)
