"""The part of the demonstration that is this room's: what was done of the plans, and what proves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.db import transaction

from prongsai.ita.thai import compact
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.office.evidence.demo_of_paper import put_in_report
from prongsai.office.evidence.file_holders import PROOF_FILES
from prongsai.office.evidence.models import Note, Proof, ProofState, ProofUse, Standing, StepTurn, TurnState
from prongsai.office.evidence.services import ensure_turns
from prongsai.office.measures.models import Measure, MeasurePlan, PlanState
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.demo.papers.shipped import AGENCY
from prongsai.platform.demo.story import story_of
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:load_demo_progress"
Told = Mapping[str, Any]


def demo_progress() -> dict[str, Any]:
    """Give what the story tells of the running year."""
    told: dict[str, Any] = story_of("prongsai.office.evidence")
    return told


@transaction.atomic
def load_demo_progress(agency: Agency) -> int:
    """Give the office of the story its progress; give how many proofs are new. The twin gets none.

    Where somebody has proved something already, or no plan is decided, nothing is changed.
    """
    if agency.name != AGENCY:
        return 0
    with speaking(agency.pk, actor=ACTOR):
        plans = MeasurePlan.objects.filter(state=PlanState.DECIDED).select_related("round")
        if Proof.objects.exists() or not plans:
            return 0
        for plan in plans:
            ensure_turns(plan)
            if plan.round.closed:
                put_in_report(plan, ACTOR)
            else:
                Story(agency, plan.round, demo_progress()).put_in()
        return Proof.objects.count()


@dataclass
class Story:
    """Writes what is told of the running year: turns, proof, standing, notes."""

    agency: Agency
    cycle: Round
    told: Told
    sheets: dict[str, Proof] = field(default_factory=dict)
    uses: list[ProofUse] = field(default_factory=list)
    changed: list[StepTurn] = field(default_factory=list)

    def put_in(self) -> None:
        """Write all of it."""
        for name, sheet in self.told["sheets"].items():
            self.sheets[name] = self._sheet(sheet)
        measures = {measure.number: measure for measure in Measure.objects.filter(plan__round=self.cycle)}
        for each in self.told["measures"]:
            self._measure(measures[each["measure"]], each)
        names = ["state", "happened", "entered", "result", "figures", "done_by", "recorded_for", "received_by"]
        StepTurn.objects.bulk_update(self.changed, names)
        ProofUse.objects.bulk_create(self.uses)
        for note in self.told["notes"]:
            self._note(note, measures)

    def _measure(self, measure: Measure, told: Told) -> None:
        turns = list(StepTurn.objects.filter(step__measure=measure).select_related("step", "unit"))
        for each in told["turns"]:
            for turn in self._named(turns, each):
                self._turn(turn, each)
        if told.get("stands"):
            Standing.objects.create(agency=self.agency, measure=measure, by=self.coordinator, **told["stands"])

    def _named(self, turns: Sequence[StepTurn], told: Told) -> list[StepTurn]:
        """Give the turns of a step that an entry is about: of its day, of its unit, of all units but one."""
        return [
            turn
            for turn in turns
            if turn.step.number == told["step"]
            and told.get("due") in (None, turn.due)
            and str(turn.unit).startswith(told.get("unit", ""))
            and not ("but" in told and str(turn.unit).startswith(told["but"]))
        ]

    def _turn(self, turn: StepTurn, told: Told) -> None:
        turn.state = TurnState(told.get("state", "done"))
        turn.happened = told.get("happened")
        turn.entered = told.get("entered", turn.happened)
        turn.result, turn.figures = told["result"], told.get("figures", {})
        turn.done_by = self.coordinator if "for" in told else self._officer(turn.unit)
        if "for" in told:
            turn.recorded_for, turn.received_by = Person.objects.get(given_name=told["for"]), told["by"]
        self.changed.append(turn)
        if "sheet" in told:
            self._use(self.sheets[told["sheet"]], turn)
        elif "number" in told or "link" in told:
            self._use(self._proof(turn, told), turn)

    def _proof(self, turn: StepTurn, told: Told) -> Proof:
        """Give the proof of a turn: accepted, but where the story has it wait or go back."""
        state = ProofState.RETURNED if "returned" in told else ProofState.ACCEPTED
        state = ProofState.OFFERED if "waiting" in told else state
        day = turn.happened or date(2025, 3, 14)
        return self._keep(
            words=told.get("waiting", told["result"]),
            document_number=told.get("number", ""),
            link=told.get("link", ""),
            happened=day,
            received=day,
            unit=turn.unit,
            state=state,
            returned_because=told.get("returned", ""),
        )

    def _sheet(self, told: Told) -> Proof:
        """Give a sheet of figures as proof, with its file, which says that no desk counted it."""
        unit = self._unit(told["unit"])
        proof = self._keep(
            words=told["words"],
            happened=told["happened"],
            received=told["happened"],
            unit=unit,
            state=ProofState.ACCEPTED,
        )
        columns = [(str(name), 34) for name in told["rows"][0]]
        data = write_row_sheet(told["file"], columns, told["rows"][1:], words=[told["says"], told["words"]])
        sheet = made_here(data, f"{told['file']}.xlsx", Kind.XLSX)
        attach_files(acting=ACTOR, agency=self.agency.pk, holder=PROOF_FILES.key, thing=proof.pk, files=[sheet])
        return proof

    def _keep(self, *, state: ProofState, unit: Unit | None, received: date, **told: Any) -> Proof:
        decided = {} if state == ProofState.OFFERED else {"decided": received, "decided_by": self.coordinator}
        return Proof.objects.create(
            agency=self.agency,
            round=self.cycle,
            state=state,
            unit=unit,
            received=received,
            made_by=self._officer(unit),
            **decided,
            **told,
        )

    def _use(self, proof: Proof, turn: StepTurn) -> None:
        self.uses.append(ProofUse(agency=self.agency, proof=proof, turn=turn))

    def _note(self, told: Told, measures: Mapping[int, Measure]) -> None:
        Note.objects.create(
            agency=self.agency,
            round=self.cycle,
            kind=told["kind"],
            words=told["words"],
            measure=measures.get(told.get("measure", 0)),
            unit=self._unit(told["unit"]),
            day=told["day"],
            by=self._officer(self._unit(told["unit"])),
        )

    def _unit(self, name: str) -> Unit | None:
        return next((unit for key, unit in self.units.items() if key.startswith(compact(name))), None)

    def _officer(self, unit: Unit | None) -> str:
        """Give who enters things for a unit: its officer, else its head, else the coordinator."""
        return self.actors.get(unit.pk, self.coordinator) if unit else self.coordinator

    @cached_property
    def units(self) -> dict[str, Unit]:
        """The units by their compact names."""
        return {compact(unit.name): unit for unit in Unit.objects.all()}

    @cached_property
    def actors(self) -> dict[int, str]:
        """For each unit who enters its things."""
        found = User.objects.filter(agency=self.agency, grants__role__in=[Role.OFFICER, Role.UNIT_HEAD])
        by_unit = found.order_by("-grants__role", "pk").values_list("person__unit", "pk")
        return {unit: f"user:{user}" for unit, user in reversed(list(by_unit)) if unit}

    @cached_property
    def coordinator(self) -> str:
        """Who coordinates."""
        found = User.objects.filter(agency=self.agency, grants__role=Role.COORDINATOR).order_by("pk")[0]
        return f"user:{found.pk}"
