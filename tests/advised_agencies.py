"""Agencies with an adviser, for tests of advice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from cast import Office
from prongsai.office.advice import crossing, services
from prongsai.office.advice.content import RolledScore, RolledSurvey, RolledWork, RollUpContent
from prongsai.office.advice.models import Advised, Adviser
from prongsai.office.advice.tasks import ALL_YEARS, refresh_groups
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.speaker import speaking

YEAR = 2567


@dataclass
class AdvisedOffice:
    """An agency, its adviser, and both rows of their relation."""

    here: Office
    there: Office
    adviser: Adviser
    advised: Advised

    def acting(self, role: Role = Role.COORDINATOR) -> Acting:
        return acting_as(self.here.accounts[role])

    def advising(self) -> Acting:
        return acting_as(self.there.accounts[Role.OVERSEER])


def invitation_code(there: Office, note: str = "อบต.หนองกระจ่าง") -> str:
    """Have the adviser make an invitation; give its code."""
    with there.speaks():
        acting = acting_as(there.accounts[Role.OVERSEER])
        return services.invite(acting=acting, agency=there.agency, note=note, form_key=uuid4().hex)[1]


def advise(here: Office, there: Office) -> AdvisedOffice:
    """Have both sides agree, as they do on their pages."""
    code = invitation_code(there)
    with here.speaks():
        acting = acting_as(here.accounts[Role.EXECUTIVE])
        adviser = services.accept(acting=acting, agency=here.agency, typed=code)
    with there.speaks():
        return AdvisedOffice(here, there, adviser, Advised.objects.get(office=here.agency, ended=None))


def told_of(year: int = YEAR, *, score: str = "85.00", **more: object) -> RollUpContent:
    """Give a record of a year in which every indicator, and the whole, has one score."""
    scores = [RolledScore(number=n, name=f"ตัวชี้วัด {n}", instrument="IIT", score=Decimal(score)) for n in range(1, 11)]
    told: dict[str, object] = {
        "fiscal_year": year, "codes_year": year, "on": date(2025, 3, 17), "phase": "after", "overall": Decimal(score),
        "published": True, "scores": tuple(scores), "sent_by": "นักวิเคราะห์นโยบายและแผน",
    }  # fmt: skip
    return RollUpContent.model_validate(told | more)


def late_work(late: int, label: str = "Work of a test") -> tuple[RolledWork, ...]:
    return (RolledWork(key="measures", label=label, done=3, whole=9, late=late, states=(("overdue", late),)),)


def short_survey(answers: int = 12) -> tuple[RolledSurvey, ...]:
    return (RolledSurvey(survey="IIT", answers=answers, least=30, closes=date(2025, 3, 31)),)


def small_agency_that_submitted(
    number: int, there: Office, *, kind: str = "sao", district: str = "ฟ้ากว้าง", told: RollUpContent | None = None
) -> Agency:
    """Make a further agency without people, advised by `there`; `told` is what it submitted, if anything."""
    agency = Agency.objects.create(
        code=f"small{number}", name=f"องค์การบริหารส่วนตำบลตัวอย่าง {number}", kind=kind, district=district,
        province="ตัวอย่างธานี",
    )  # fmt: skip
    with transaction.atomic(), speaking(there.agency.pk, actor="test"):
        advised = Advised(agency=there.agency, office=agency, since=date(2025, 1, 6))
        advised.keep_names(agency)
        advised.save()
    with transaction.atomic(), speaking(agency.pk, actor="test"):
        day = date(2025, 1, 6)
        adviser = Adviser.objects.create(
            agency=agency, office=there.agency, far=advised.pk, since=day, accepted_by="test"
        )
        if told:
            crossing.deliver(adviser, number, told, timezone.now(), agency)
    return agency


def reckon(there: Office, year: int = ALL_YEARS) -> None:
    """Do what the job does after something was submitted."""
    with there.speaks():
        refresh_groups.func(there.agency.pk, year)
