"""From the codes of an earlier year to the year's own framework: a yes of a person for each changed code."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.catalogue import Crosswalk, Relation
from prongsai.office.rounds.frameworks import crosswalk_between, framework_of, known_years, mark_of, same_code
from prongsai.office.rounds.models import CodeMove, Round
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Step:
    """A relation that needs a yes. `key` names it on the form; titles are those of both years, empty where unknown."""

    key: str
    relation: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Moving:
    """What moving a round would do: what changes, how much stays, of what nothing is known.

    `known` is False where no crosswalk leads from the one year to the other: then nothing moves by itself.
    """

    from_year: int
    to_year: int
    known: bool
    steps: tuple[Step, ...]
    same: int
    open_codes: tuple[str, ...]


def moving_of(found: Round) -> Moving | None:
    """Give what moving a round to its own framework would do; None where it is there, or the framework is not out."""
    if not found.is_draft or found.fiscal_year not in known_years():
        return None
    walk = crosswalk_between(found.codes_year, found.fiscal_year)
    if walk is None:
        return Moving(found.codes_year, found.fiscal_year, False, (), 0, ())
    parts = (walk.indicators, walk.items, walk.questions)
    relations = [relation for part in parts for relation in part.relations]
    changed = [relation for relation in relations if relation.relation != "same"]
    unknown = tuple(code for part in parts for code in (*part.open_from, *part.open_to))
    steps = tuple(_step(walk, relation) for relation in changed)
    return Moving(walk.from_year, walk.to_year, True, steps, len(relations) - len(changed), unknown)


@transaction.atomic
def move_to_framework(*, acting: Acting, found: Round, accepted: Collection[str]) -> None:
    """Move a round to its own framework. `accepted` holds the keys of the steps to which a person said yes.

    Refuses Conflict: nothing to move to, or a changed code without a yes. Work of the year stays; what asks for a code
    asks `code_now`.
    """
    current = open_one(found)
    moving = moving_of(current)
    if moving is None:
        raise Conflict(_("This year works on its own framework already, or that is not out yet."))
    if any(step.key not in accepted for step in moving.steps):
        raise Conflict(_("Every changed code needs a yes. Nothing was moved."))
    day = today(acting.agency)
    CodeMove.objects.bulk_create(
        CodeMove(
            agency_id=current.agency_id,
            round=current,
            from_year=moving.from_year,
            relation=step.relation,
            before=[code for code, _title in step.before],
            after=[code for code, _title in step.after],
            accepted_by=acting.actor,
            accepted=day,
        )
        for step in moving.steps
    )
    current.codes_year, current.codes_mark = current.fiscal_year, mark_of(framework_of(current.fiscal_year))
    current.save(update_fields=["codes_year", "codes_mark"])
    figures = {"year": current.fiscal_year, "changed": len(moving.steps), "same": moving.same}
    record(acting, "rounds.moved", thing=current, figures=figures)


def code_now(found: Round, code: str, noted_in: int) -> str | None:
    """Give the code that something noted in the codes of a year has now in a round; None where it has none, or many."""
    return code if noted_in == found.codes_year else same_code(code, noted_in, found.codes_year)


def _step(walk: Crosswalk, relation: Relation) -> Step:
    key = f"{'+'.join(relation.from_)}>{'+'.join(relation.to)}"
    return Step(key, relation.relation, _titled(relation.from_, walk.from_year), _titled(relation.to, walk.to_year))


def _titled(codes: tuple[str, ...], year: int) -> tuple[tuple[str, str], ...]:
    framework = framework_of(year)
    told = []
    for code in codes:
        indicator = framework.indicator(int(code)) if code.isdigit() else None
        question, item = framework.question(code), framework.item(code)
        title = indicator.name if indicator else (question.text if question else item.title if item else None)
        told.append((code, title or ""))
    return tuple(told)
