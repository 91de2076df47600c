"""A year to report on."""

from __future__ import annotations

import pytest

from prongsai.office.reports import services
from prongsai.office.reports.models import ReportKind
from reported_years import ReportedYear, small_year


@pytest.fixture
def year(here) -> ReportedYear:
    with here.speaks():
        return small_year(here)


@pytest.fixture
def makes(year, acting):
    """Make a paper of the year as the coordinator."""

    def make(kind: ReportKind = ReportKind.SIX, **told):
        with year.office.speaks():
            return services.make_report(acting=acting(), cycle=year.cycle, kind=kind, **told)

    return make
