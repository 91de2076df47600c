"""Makes what the addresses of reports name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.office.reports import services
from prongsai.office.reports.models import Report, ReportKind
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from reported_years import Planned, done, measure_of, year_of

Told = Mapping[str, object]


def _report(office: Office) -> Report:
    cycle, plan = year_of(office)
    if not plan.measures.exists():
        measure = measure_of(office, plan, Planned(f"ลงทะเบียนการยืม {office.canary}", codes=["I19"]))
        done(measure, f"จัดทำทะเบียน {office.canary}", date(2025, 1, 10))
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    return services.make_report(acting=coordinator, cycle=cycle, kind=ReportKind.SIX)


def round_of_reports(office: Office) -> Told:
    return {"round_id": _report(office).round_id}


def paper_to_make(office: Office) -> Told:
    return {**round_of_reports(office), "kind": "six"}


def drafted_report(office: Office) -> Told:
    return {"report": _report(office).pk}


def signed_report(office: Office) -> Told:
    report = _report(office)
    Report.objects.filter(pk=report.pk).update(signed=date(2025, 4, 10), day=date(2025, 4, 9))
    return {"report": report.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "round_of_reports": round_of_reports,
    "paper_to_make": paper_to_make,
    "drafted_report": drafted_report,
    "signed_report": signed_report,
}
NOWHERE: dict[str, object] = {"round_id": 2**40, "report": 2**40}
