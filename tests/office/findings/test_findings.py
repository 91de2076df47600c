"""The year on one page, from the confirmed result."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from prongsai.office.findings.models import FoundYear
from prongsai.office.findings.services import findings_of
from prongsai.office.results.models import ResultSheet
from prongsai.office.results.services import begin_copy, confirm, correct_line
from prongsai.office.rounds.services import round_of
from prongsai.platform.accounts.models import Role
from years_of_an_office import confirmed, kept


@pytest.fixture
def closed(here):
    """Both closed years of the story, confirmed."""
    with here.speaks():
        confirmed(here, "P1.xlsx")
        confirmed(here, "P4.pdf")


def found(here, year=2567):
    with here.speaks():
        return findings_of(round_of(year))


def page(client, here, year=2567, name="findings", **sent):
    with here.speaks():
        number = round_of(year).pk
    return client.get(reverse(name, args=[number]), sent)


def test_the_level_hangs_on_the_second_part_of_the_eit_alone(here, closed):
    told = found(here)
    assert told.published_overall == Decimal("88.75")
    assert (told.level, told.published_level) == ("ผ่าน", "ผ่าน")
    low = [name for name, score in told.components if score < told.pass_mark]
    assert low == ["EIT2"]
    assert "84.58" in told.level_reason


def test_one_missing_sentence_costs_more_than_the_lowest_indicator(here, closed):
    told = found(here)
    prices = {price.code: price.points for price in told.prices}
    assert prices["O33"] == Decimal("2.5")
    assert prices["8"].quantize(Decimal("0.01")) == Decimal("1.64")
    assert prices["4"].quantize(Decimal("0.01")) == Decimal("1.31")
    assert told.prices[0].remark == "ไม่พบรายละเอียดข้อมูลในหัวข้อข้อเสนอแนะ"


def test_without_the_parts_of_the_eit_the_level_is_not_concluded(here, closed, acting):
    with here.speaks():
        sheet = begin_copy(acting=acting(), sheet=ResultSheet.objects.get(round__fiscal_year=2567))
        for line in sheet.lines.filter(kind="eit_part"):
            correct_line(acting=acting(), line=line, value=None)
        confirm(acting=acting(), sheet=sheet)
    told = found(here)
    assert told.level is None
    assert "EIT" in told.level_reason


def test_the_change_is_told_only_where_the_crosswalk_calls_two_indicators_the_same(here, closed):
    told = found(here)
    assert (told.year_before, told.overall_change) == (2566, Decimal("2.29"))
    assert {entry.number: entry.change for entry in told.indicators}[4] == Decimal("-4.89")
    assert found(here, 2566).year_before is None


def test_questions_are_drawn_where_they_are_known(here, closed):
    assert any("I8" in figures for chart in found(here, 2566).charts for _label, figures in chart.rows)
    assert not any("I8" in figures for chart in found(here).charts for _label, figures in chart.rows)


def test_the_papers_of_the_year_are_checked(here, closed):
    with here.speaks():
        kept(here, "P5.docx")
    told = found(here)
    assert any("2.76" in check.said and check.paper == "P5.docx" for check in told.checks)


def test_findings_are_kept_until_an_input_changes(here, closed):
    first = found(here)
    with here.speaks():
        (row,) = FoundYear.objects.all()
    assert found(here) == first
    with here.speaks():
        assert FoundYear.objects.get().made == row.made
        kept(here, "P5.docx")
    found(here)
    with here.speaks():
        assert FoundYear.objects.get().inputs != row.inputs


def test_a_year_without_a_confirmed_result_has_no_findings(here, asks):
    with here.speaks():
        kept(here, "P4.pdf")
    answer = page(asks(), here)
    assert "ยังไม่มีผลของปีนี้ที่ยืนยันแล้ว" in answer.content.decode()


@pytest.mark.parametrize("name", ["findings", "findings-what-if"])
def test_the_page_says_that_it_is_an_estimate_of_the_office(here, closed, asks, name):
    assert "ประมาณการภายในของหน่วยงาน" in page(asks(Role.OFFICER), here, name=name).content.decode()


def test_the_findings_of_another_office_are_not_there(here, there, asks):
    with there.speaks():
        sheet = confirmed(there, "P4.pdf")
    assert asks().get(reverse("findings", args=[sheet.round_id])).status_code == 404
