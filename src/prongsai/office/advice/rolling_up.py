"""Makes the record of a year that crosses to an adviser, from what the agency's rooms say of it."""

from __future__ import annotations

from datetime import date

from prongsai.office.advice.content import RolledScore, RolledSurvey, RolledWork, RollUpContent
from prongsai.office.findings.services import findings_of
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.schedule import phase_on
from prongsai.office.rounds.services import schedule_for
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.line import posts_of
from prongsai.platform.modules import Registry, registry, standings_of


def rolled_up(
    cycle: Round, acting: Acting, on: date, *, wishes: str = "", modules: Registry = registry
) -> RollUpContent:
    """Give what would be submitted of a year today. Scores are those of the confirmed result alone."""
    found = findings_of(cycle)
    scores = tuple(
        RolledScore(number=entry.number, name=entry.name, instrument=entry.instrument, score=entry.score)
        for entry in (found.indicators if found else ())
    )
    published = found.published_overall if found else None
    return RollUpContent(
        fiscal_year=cycle.fiscal_year,
        codes_year=cycle.codes_year,
        on=on,
        phase=phase_on(schedule_for(cycle), on, cycle.fiscal_year).value,
        overall=published if published is not None or found is None else found.overall,
        published=published is not None,
        level=found.published_level if found else None,
        scores=scores,
        surveys=tuple(_surveys(cycle)),
        work=tuple(_work(cycle, on, modules)),
        wishes=wishes,
        sent_by=post_of(acting, on),
    )


def post_of(acting: Acting, on: date) -> str:
    """Name who submits by post; an account without one by its role."""
    posts = posts_of(acting.person, on) if acting.person else []
    return posts[0].title if posts else str(Role.COORDINATOR.label)


def _surveys(cycle: Round) -> list[RolledSurvey]:
    windows = cycle.surveys.prefetch_related("counts")
    return [
        RolledSurvey(
            survey=window.survey,
            answers=next((count.answers for count in window.counts.all()), None),
            least=window.least,
            closes=window.closes,
        )
        for window in windows
    ]


def _work(cycle: Round, on: date, modules: Registry) -> list[RolledWork]:
    return [
        RolledWork(
            key=told.key,
            label=told.label,
            done=told.done,
            whole=told.whole,
            late=told.late,
            states=tuple(told.states.items()),
        )
        for told in standings_of(cycle.fiscal_year, on, modules)
    ]
