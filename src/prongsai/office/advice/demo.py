"""The part of the demonstration that shows advice: an invented adviser, the office of the story, six agencies more."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from prongsai.ita.scoring import Scores, explain
from prongsai.office.advice import crossing, services
from prongsai.office.advice.content import RolledScore, RolledSurvey, RollUpContent
from prongsai.office.advice.models import Adviser, RollUp, SentRollUp
from prongsai.office.advice.reckoning import reckon_year
from prongsai.office.rounds.frameworks import framework_of, presumption
from prongsai.office.rounds.milestones import Phase
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, RoleGrant, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.office import story_agencies, told_offices
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:load_demo_advice"
CLOSED_YEAR, RUNNING_YEAR = 2567, 2568
LEAST = 30


@transaction.atomic
def load_demo_advice() -> int:
    """Make the adviser, and have agencies submit; give how many are advised. What is there stays as people left it."""
    story = story_agencies().filter(code=told_offices()[0].agency["code"]).first()
    text = files("prongsai.office.advice").joinpath("data/demo.yaml").read_text(encoding="utf-8")
    told: dict[str, Any] = yaml.safe_load(text)
    if story is None or Agency.objects.filter(code=told["adviser"]["agency"]["code"]).exists():
        return 0
    adviser = _adviser(story, told["adviser"])
    _story_submits(story, adviser, told["story"]["wishes"])
    for one in told["agencies"]:
        _further(adviser, one)
    office = _office_of(adviser)
    with speaking(office.pk, actor=ACTOR):
        RollUp.objects.update(sent=_moment(office))
        for year in (CLOSED_YEAR, RUNNING_YEAR):
            reckon_year(office.pk, year)
    return 1 + len(told["agencies"])


def _adviser(story: Agency, told: dict[str, Any]) -> User:
    """Make the office and its one account, which has the passphrase that all of the demonstration have."""
    agency = Agency.objects.create(**told["agency"], demo_today=story.demo_today)
    account = User.objects.create_account(told["login"], agency=agency, display_name=told["shows"])
    account.password = _somebody(story, Role.COORDINATOR).user.password  # hashed already: hashing is slow on purpose
    account.save(update_fields=["password"])
    with speaking(agency.pk, actor=ACTOR):
        RoleGrant.objects.create(user=account, agency=agency, role=Role.OVERSEER)
    return account


def _story_submits(story: Agency, adviser: User, wishes: dict[int, str]) -> None:
    near = _agree(story, adviser, _somebody(story, Role.EXECUTIVE))
    with speaking(story.pk, actor=ACTOR):
        for cycle in Round.objects.filter(fiscal_year__in=wishes).order_by("fiscal_year"):
            services.submit(
                acting=_somebody(story, Role.COORDINATOR), agency=story, adviser=near, cycle=cycle,
                wishes=wishes[cycle.fiscal_year],
            )  # fmt: skip
        SentRollUp.objects.update(sent=_moment(story))


def _agree(agency: Agency, adviser: User, executive: Acting) -> Adviser:
    """Let an agency accept an invitation, as it would on its page."""
    office = _office_of(adviser)
    with speaking(office.pk, actor=ACTOR):
        acting = acting_as(adviser)
        _made, code = services.invite(acting=acting, agency=office, note=agency.name, form_key=agency.code)
    with speaking(agency.pk, actor=ACTOR):
        return services.accept(acting=executive, agency=agency, typed=code)


def _further(adviser: User, told: dict[str, Any]) -> None:
    """Make an agency of which nothing is here but what it submitted."""
    office = _office_of(adviser)
    fields = {name: told[name] for name in ("code", "name", "kind", "district")}
    host, province = f"{told['code']}.localhost", office.province
    agency = Agency.objects.create(**fields, host=host, province=province, demo_today=office.demo_today)
    nobody = Acting(adviser, agency, frozenset(), frozenset())
    near = _agree(agency, adviser, nobody)
    submitted = [_closed(told, office)] if "scores" in told else []
    submitted += [_running(told, office)] if "running" in told else []
    with speaking(agency.pk, actor=ACTOR):
        for content in submitted:
            crossing.deliver(near, 0, content, _moment(agency), agency)


def _closed(told: dict[str, Any], office: Agency) -> RollUpContent:
    framework = framework_of(CLOSED_YEAR)
    scores = {number: Decimal(str(score)) for number, score in enumerate(told["scores"], 1)}
    rows = [
        RolledScore(number=each.number, name=each.name, instrument=each.instrument, score=scores[each.number])
        for each in framework.indicators
    ]
    overall = explain(framework, Scores(indicators=scores), presumption()).overall_shown
    return RollUpContent(
        fiscal_year=CLOSED_YEAR, codes_year=CLOSED_YEAR, on=_day(office), phase=Phase.AFTER.value, overall=overall,
        scores=tuple(rows), wishes=told.get("wishes", ""), sent_by=str(Role.COORDINATOR.label),
    )  # fmt: skip


def _running(told: dict[str, Any], office: Agency) -> RollUpContent:
    closes = _day(office).replace(month=6, day=30)
    surveys = tuple(
        RolledSurvey(survey=survey, answers=answers, least=LEAST, closes=closes)
        for survey, answers in told["running"].items()
    )
    return RollUpContent(
        fiscal_year=RUNNING_YEAR, codes_year=RUNNING_YEAR, on=_day(office), phase=Phase.DURING.value, surveys=surveys,
        sent_by=str(Role.COORDINATOR.label),
    )  # fmt: skip


def _office_of(adviser: User) -> Agency:
    assert adviser.agency is not None
    return adviser.agency


def _day(agency: Agency) -> date:
    return agency.demo_today or timezone.localdate()


def _moment(agency: Agency) -> datetime:
    """Give half past nine on the day of the demonstration, on which the story is told."""
    return timezone.make_aware(datetime.combine(_day(agency), time(9, 30)))


def _somebody(agency: Agency, role: Role) -> Acting:
    return acting_as(User.objects.filter(agency=agency, grants__role=role).order_by("pk")[0])
