"""The card of reports."""

from django.utils.translation import gettext_noop

from prongsai.office.reports.home_sources import HowMuchIsProven, ReportsWithoutSignedCopy
from prongsai.office.reports.task_sources import ReportTasks
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, PersonalRecord

MODULE = Module(
    key="reports",
    title=gettext_noop("Reports"),
    menu=(MenuEntry(gettext_noop("The month on one page"), "month-now", frozenset({Role.EXECUTIVE}), order=25),),
    tasks=(ReportTasks(),),
    home=(ReportsWithoutSignedCopy(), HowMuchIsProven()),
    records=(
        PersonalRecord(
            "reports.Report",
            ("content",),
            purpose="official papers of the office; they may name who signed",
            ground="public task of the agency (s. 24 (4))",
            until="an official paper: kept under the archive rules, removed by decision of a committee",
        ),
    ),
)
