"""The invented office has two closed years and a running one, read from its papers."""

from __future__ import annotations

from decimal import Decimal

from django.core.management import call_command

from prongsai.office.findings.demo import load_demo_year
from prongsai.office.findings.services import findings_of
from prongsai.office.results.models import ResultSheet
from prongsai.office.rounds.models import Round, SurveyCount
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.tenancy.speaker import speaking


def test_the_years_of_the_story_are_loaded_once_and_say_what_the_story_says(db):
    office, twin = load_demo(force=True)
    call_command("load_demo_year", verbosity=0)
    assert load_demo_year(office) == 0
    with speaking(office.pk, actor="test"):
        years = {cycle.fiscal_year: cycle for cycle in Round.objects.all()}
        assert sorted(year for year, cycle in years.items() if cycle.closed) == [2566, 2567]
        found = findings_of(years[2567])
        assert (found.published_overall, found.overall_change) == (Decimal("88.75"), Decimal("2.29"))
        assert found.prices[0].code == "O33"
        assert any("2.76" in check.said for check in found.checks)
        assert findings_of(years[2566]).differences == ()
        assert SurveyCount.objects.filter(window__survey="IIT").first().answers == 22
        assert years[2568].order_number == "๓๑๒/๒๕๖๗"
    with speaking(twin.pk, actor="test"):
        assert Round.objects.get().fiscal_year == 2568
        assert not ResultSheet.objects.exists()
    assert Agency.objects.count() == 2
