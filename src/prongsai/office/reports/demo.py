"""The part of the demonstration that is this room's: the report of the closed year and the decided measures, signed."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.office.reports.composing import Basis, Wishes
from prongsai.office.reports.due import last_day_of
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.services import sign_report
from prongsai.office.reports.services.making import composed, keep_report
from prongsai.office.rounds.services import round_of
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.papers.shipped import AGENCY
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.services import made_here
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:load_demo_reports"
SCAN = "ตัวอย่างสมมุติ แทนภาพของเอกสารที่ลงนามแล้ว"


@transaction.atomic
def load_demo_reports(agency: Agency) -> int:
    """Give the office of the story its reports; give how many are new. The twin gets none.

    Where a report is there already nothing is changed, and of a year that is not there none is made.
    """
    if agency.name != AGENCY:
        return 0
    told: list[dict[str, Any]] = yaml.safe_load(
        files("prongsai.office.reports").joinpath("data/demo.yaml").read_text(encoding="utf-8")
    )
    with speaking(agency.pk, actor=ACTOR):
        if Report.objects.exists():
            return 0
        coordinator = acting_as(User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk")[0])
        return sum(_make(agency, coordinator, each) for each in told)


def _make(agency: Agency, acting: Acting, told: dict[str, Any]) -> bool:
    """Make a report as on the day of the story, and have it signed then."""
    cycle, kind, made = round_of(told["year"]), ReportKind(told["kind"]), told["made"]
    if cycle is None:
        return False
    wishes = Wishes(no_problems=True, no_proposals=True)
    basis = Basis(agency, cycle, last_day_of(kind, cycle.fiscal_year, made), made, acting, wishes)
    report = keep_report(basis, kind, composed(basis, kind), with_files=False)
    _sign(acting, report, told["number"], told["signed"])
    return True


def _sign(acting: Acting, report: Report, number: str, day: date) -> None:
    scan = made_here(SCAN.encode(), "สำเนาที่ลงนามแล้ว (ตัวอย่าง).txt", Kind.TXT)
    sign_report(acting=acting, report=report, number=number, day=day, scan=[scan])
    Report.objects.filter(pk=report.pk).update(signed=day)
