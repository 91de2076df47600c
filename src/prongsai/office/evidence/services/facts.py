"""What the desks know: facts by topic, offered beside a measure or an item, taken with one press."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.evidence import Fact
from prongsai.ita.thai import fiscal_year_span
from prongsai.office.evidence.models import Proof, ProofState, StepTurn
from prongsai.office.evidence.rights import DECIDERS
from prongsai.office.evidence.services.giving import Given, give_proof, use_for
from prongsai.office.measures.models import Measure
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.modules import registry
from prongsai.platform.modules.gathering import gather_facts
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Offered:
    """A fact of a desk as it is offered. `key` names it for good; `taken` is the proof that was made of it."""

    key: str
    source: str
    fact: Fact
    taken: Proof | None = None


@dataclass(frozen=True, slots=True)
class OfferedFacts:
    """The facts found, the newest first, and the keys of the sources that could not tell theirs."""

    facts: tuple[Offered, ...]
    silent: tuple[str, ...] = ()


def offered_facts(agency: Agency, cycle: Round, topics: Iterable[str]) -> OfferedFacts:
    """Ask the desks for what they know on these topics from the beginning of the fiscal year until today."""
    span = fiscal_year_span(cycle.fiscal_year)
    until = min(span.end, today(agency))
    wanted = [topic for topic in topics if topic]
    if not wanted or span.start is None or until < span.start:
        return OfferedFacts(())
    gathered = gather_facts(registry, agency.code, span.start, until, topics=wanted)
    taken = {(proof.source, proof.fact): proof for proof in Proof.objects.filter(round=cycle).exclude(fact="")}
    offered = [
        Offered(key_of(fact), source, fact, taken.get((source, key_of(fact))))
        for source, fact in zip(gathered.sources, gathered.facts, strict=True)
    ]
    return OfferedFacts(tuple(reversed(offered)), gathered.silent)


def key_of(fact: Fact) -> str:
    """Name a fact: by its day and page, since its counts grow; by its sentence where it has no page."""
    said = "\x1f".join((fact.topic, fact.happened.isoformat(), fact.link or fact.sentence))
    return hashlib.sha256(said.encode()).hexdigest()[:40]


def topics_of(cycle: Round, measure: Measure) -> tuple[str, ...]:
    """Give the topics on which a measure is proved: its own, and those of the items that it feeds."""
    fed = (item.topic for item in cycle.framework.items if item.code in measure.feeds)
    return tuple(dict.fromkeys(topic for topic in (measure.topic, *fed) if topic))


def topic_of_item(cycle: Round, item: str) -> str:
    """Give the topic of an OIT item of a year, empty where none is known."""
    return next((found.topic or "" for found in cycle.framework.items if found.code == item), "")


@transaction.atomic
def take_fact(
    *,
    acting: Acting,
    agency: Agency,
    cycle: Round,
    key: str,
    topics: Sequence[str],
    turn: StepTurn | None = None,
    measure: Measure | None = None,
    item: str = "",
) -> Proof:
    """Keep a fact as proof, with its desk; taken before, it is used for one thing more.

    The desk gave it: taken by who may accept proof it is accepted with the same press. Refuses Conflict where the desks
    do not tell it any more.
    """
    offered = next((each for each in offered_facts(agency, cycle, topics).facts if each.key == key), None)
    if offered is None:
        raise Conflict(_("The desk does not tell this any more. Load the page again."))
    if offered.taken is not None:
        use_for(acting=acting, proof=offered.taken, turn=turn, measure=measure, item=item)
        return offered.taken
    told = _given(offered, _unit_of(acting, turn, measure))
    proof = give_proof(acting=acting, cycle=cycle, given=told, turn=turn, measure=measure, item=item)
    if acting.has(*DECIDERS) and not acting.by_link:
        proof.state, proof.decided, proof.decided_by = ProofState.ACCEPTED, today(agency), acting.actor
        proof.save()
    return proof


def _given(offered: Offered, unit: Unit | None) -> Given:
    fact = offered.fact
    return Given(
        words=fact.sentence,
        happened=fact.happened,
        figures=fact.figures,
        unit=unit,
        may_be_public=fact.public,
        topic=fact.topic,
        source=offered.source,
        fact=offered.key,
    )


def _unit_of(acting: Acting, turn: StepTurn | None, measure: Measure | None) -> Unit | None:
    if turn is not None and turn.unit is not None:
        return turn.unit
    if measure is not None and measure.lead_unit is not None:
        return measure.lead_unit
    return acting.person.unit if acting.person else None
