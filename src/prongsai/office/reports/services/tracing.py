"""The way from a question or an item to its measure, steps, proof, items and sentence, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from prongsai.office.evidence.models import Proof, ProofUse
from prongsai.office.evidence.services import MeasureProgress, TurnProgress, progress_of
from prongsai.office.measures.answering import analysed_year
from prongsai.office.measures.models import Measure, Step
from prongsai.office.measures.services import plan_of
from prongsai.office.reports.content import Sentence
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting


@dataclass(frozen=True, slots=True)
class ProofTrail:
    """A proof with the items for which it is used as well."""

    proof: Proof
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TurnTrail:
    """A turn with its proof and the sentence of the last report that tells it."""

    turn: TurnProgress
    proofs: tuple[ProofTrail, ...] = ()
    sentence: Sentence | None = None


@dataclass(frozen=True, slots=True)
class StepTrail:
    """A step with its turns."""

    step: Step
    turns: tuple[TurnTrail, ...] = ()


@dataclass(frozen=True, slots=True)
class MeasureTrail:
    """A measure with what it answers (`measure.codes`), what it gives proof for, and everything below it."""

    measure: Measure
    steps: tuple[StepTrail, ...] = ()
    proofs: tuple[ProofTrail, ...] = ()
    outcomes: tuple[Sentence, ...] = ()

    @property
    def items(self) -> tuple[str, ...]:
        """The items that it feeds by plan or by proof, each once."""
        used = (item for trail in self.all_proofs for item in trail.items)
        return tuple(dict.fromkeys((*self.measure.feeds, *used)))

    @property
    def all_proofs(self) -> tuple[ProofTrail, ...]:
        """All proof below it, each once."""
        below = (trail for step in self.steps for turn in step.turns for trail in turn.proofs)
        return tuple({trail.proof.pk: trail for trail in (*self.proofs, *below)}.values())

    def speaks_of(self, code: str) -> bool:
        """Whether it answers a question, item or indicator, or gives proof for an item."""
        return self.answers(code) or code in self.items

    def answers(self, code: str) -> bool:
        """Whether it answers a question, item or indicator of the analysed year, in the codes of that year."""
        return code in self.measure.codes or code in {entry.partition(":")[2] for entry in self.measure.answers}


@dataclass(frozen=True, slots=True)
class Trails:
    """All ways of a year. `codes_year` is the year in whose codes questions stand; items stand in those of the year."""

    measures: tuple[MeasureTrail, ...]
    loose: tuple[ProofTrail, ...]
    report: Report | None
    codes_year: int | None

    @property
    def codes(self) -> dict[str, int]:
        """Every question and item from which a way begins, with how many measures it has."""
        found: dict[str, int] = {}
        for trail in self.measures:
            for code in dict.fromkeys((*trail.measure.codes, *trail.items)):
                found[code] = found.get(code, 0) + 1
        for proof in self.loose:
            for code in proof.items:
                found.setdefault(code, 0)
        return dict(sorted(found.items(), key=lambda pair: (pair[0][:1], int(pair[0][1:] or 0))))

    def of_code(self, code: str) -> Trails:
        """Give the ways that begin or end at a question or an item."""
        kept = tuple(trail for trail in self.measures if trail.speaks_of(code))
        return replace(self, measures=kept, loose=tuple(trail for trail in self.loose if code in trail.items))

    def of_weak(self, code: str) -> Trails:
        """Give the ways from a weak point of the analysed year: an item of this year may bear the same code."""
        return replace(self, measures=tuple(trail for trail in self.measures if trail.answers(code)), loose=())

    def of_measure(self, number: int) -> Trails:
        """Give the ways through a measure."""
        return replace(self, measures=tuple(t for t in self.measures if t.measure.pk == number), loose=())

    def of_proof(self, number: int) -> Trails:
        """Give the ways to a proof alone, without what stands beside it."""
        measures = tuple(_narrowed(trail, number) for trail in self.measures)
        kept = tuple(trail for trail in measures if trail.all_proofs)
        return replace(self, measures=kept, loose=tuple(t for t in self.loose if t.proof.pk == number))


def trails_of(cycle: Round, today: date, acting: Acting) -> Trails:
    """Give the ways of a year as far as somebody may see its proof, in few queries whatever the number of measures."""
    seen = set(Proof.objects.visible_to(acting).filter(round=cycle).values_list("pk", flat=True))
    items: dict[int, list[str]] = {}
    uses = ProofUse.objects.filter(proof__round=cycle).exclude(item="").select_related("proof")
    alone: dict[int, Proof] = {}
    for use in uses:
        items.setdefault(use.proof_id, []).append(use.item)
        alone[use.proof_id] = use.proof
    report = _last_report(cycle, acting)
    sentences = tuple(report.told.sentences) if report else ()
    told = {each.turn: each for each in sentences if each.turn}
    outcomes: dict[int, list[Sentence]] = {}
    for each in sentences:
        if each.kind == "outcome":
            outcomes.setdefault(each.measure, []).append(each)
    measures = tuple(_trail(each, seen, items, told, outcomes) for each in progress_of(cycle, today))
    used = {trail.proof.pk for each in measures for trail in each.all_proofs}
    loose = tuple(ProofTrail(alone[pk], tuple(items[pk])) for pk in alone if pk in seen and pk not in used)
    return Trails(measures, loose, report, analysed_year(cycle, plan_of(cycle)))


def _trail(
    progress: MeasureProgress,
    seen: set[int],
    items: Mapping[int, list[str]],
    told: Mapping[int, Sentence],
    outcomes: Mapping[int, list[Sentence]],
) -> MeasureTrail:
    def proofs(given: tuple[Proof, ...]) -> Iterator[ProofTrail]:
        yield from (ProofTrail(proof, tuple(items.get(proof.pk, ()))) for proof in given if proof.pk in seen)

    steps = tuple(
        StepTrail(
            step.step, tuple(TurnTrail(turn, tuple(proofs(turn.proofs)), told.get(turn.turn.pk)) for turn in step.turns)
        )
        for step in progress.steps
    )
    measure = progress.measure
    return MeasureTrail(measure, steps, tuple(proofs(progress.proofs)), tuple(outcomes.get(measure.pk, ())))


def _narrowed(trail: MeasureTrail, proof: int) -> MeasureTrail:
    steps = []
    for step in trail.steps:
        turns = tuple(turn for turn in step.turns if any(each.proof.pk == proof for each in turn.proofs))
        if turns:
            steps.append(replace(step, turns=turns))
    kept = tuple(each for each in trail.proofs if each.proof.pk == proof)
    return replace(trail, steps=tuple(steps), proofs=kept)


def _last_report(cycle: Round, acting: Acting) -> Report | None:
    found = Report.objects.visible_to(acting).filter(round=cycle, kind__in=(ReportKind.SIX, ReportKind.TWELVE))
    return found.order_by("-until", "-version").first()
