"""Counts by service, month, channel; small ones hidden."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from prongsai.platform.accounts.models import Role
from prongsai.registers.cases import services
from prongsai.registers.cases.counts import SENSITIVE, counts_of
from prongsai.registers.cases.evidence import STATISTICS, CaseEvidence
from prongsai.registers.cases.models import Case
from prongsai.registers.cases.states import CaseState, Channel

YEAR = (date(2024, 10, 1), date(2025, 9, 30))


@pytest.fixture
def many(here, received):
    """Twelve at the counter, six by telephone, seven questions on the web, six complaints; of another month as well."""
    told = [{}] * 12 + [{"channel": Channel.TELEPHONE, "received_on": date(2025, 2, 3)}] * 6
    told += [{"kind": "question", "channel": Channel.ONLINE, "received_on": date(2025, 1, 6)}] * 7
    told += [{"kind": "complaint", "received_on": date(2024, 10, 1)}] * 6
    with here.speaks():
        return [received(here, **more).case for more in told]


def test_cases_are_counted_by_service_month_and_channel(here, many):
    with here.speaks():
        told = counts_of(*YEAR)
    assert told.received == 31
    assert dict(told.by_service) == {"คำร้องทั่วไป": 18, "สอบถาม": 7, SENSITIVE: 6}
    assert dict(told.by_channel) == {
        "หน้าเว็บ": 7, "ช่องบริการ": 18, "โทรศัพท์": 6, "ไลน์": 0, "หนังสือหรือกระดาษ": 0,
    }  # fmt: skip
    months = dict(told.by_month)
    assert len(months) == 12
    assert [months[name] for name in ("ต.ค. 2567", "พ.ย. 2567", "ม.ค. 2568", "ก.พ. 2568", "มี.ค. 2568")] == [
        6,
        0,
        7,
        6,
        12,
    ]


def test_small_counts_are_hidden_and_cannot_be_reckoned_out_from_the_total(here, many, received):
    with here.speaks():
        received(here, channel=Channel.LINE)
        told = counts_of(*YEAR)
    hidden = [name for name, count in told.by_channel if count is None]
    assert "ไลน์" in hidden
    assert len(hidden) >= 2
    shown = sum(count for _name, count in told.by_channel if count is not None)
    assert told.received - shown >= 5


def test_a_double_is_counted_once_and_other_years_not_at_all(here, acting, many, received):
    with here.speaks():
        services.join(acting=acting(), double=many[0], into=many[1])
        received(here, received_on=date(2024, 9, 30))
        assert counts_of(*YEAR).received == 30


def test_the_share_in_time_counts_what_had_a_clock_and_is_at_an_end(here, acting, many, turn):
    with here.speaks():
        assert counts_of(*YEAR).share_in_time is None
        for case in many[:4]:
            services.move(acting=acting(), case=case, to=CaseState.FINISHED, words="เสร็จ")
        assert counts_of(*YEAR).share_in_time is None  # of four, one could reckon
        services.move(acting=acting(), case=many[12], to=CaseState.FINISHED, words="เสร็จช้า")
        told = counts_of(*YEAR)
        assert (told.ended, told.share_in_time) == (5, 80)


def test_a_head_counts_the_own_unit_and_the_executive_the_office(here, asks, many, received):
    with here.speaks():
        for _ in range(5):
            received(here, unit="กองคลัง")
    address = reverse("cases-counts")
    assert asks(Role.UNIT_HEAD).get(address).context["counts"].received == 31
    assert asks(Role.EXECUTIVE).get(address, {"year": "๒๕๖๘"}).context["counts"].received == 36


@pytest.mark.parametrize("year", ["2023", "๒๕๖๙", "x", "543", "9999", ""])
def test_another_year_or_none_at_all_is_answered_calmly(asks, many, year):
    page = asks(Role.COORDINATOR).get(reverse("cases-counts"), {"year": year})
    assert page.status_code == 200


def test_a_year_without_cases_says_none(asks):
    assert "รายงานว่า “ไม่มี”" in asks(Role.AUDITOR).get(reverse("cases-counts")).content.decode()


def test_the_counts_are_taken_out_as_workbook_and_as_text_alike(asks, many):
    client = asks(Role.EXECUTIVE)
    text = client.post(reverse("cases-counts-file") + "?as=csv").content.decode("utf-8-sig")
    told = {row[1]: row[2] for row in csv.reader(StringIO(text))}
    assert told["สอบถาม"] == "7"
    book = load_workbook(BytesIO(client.post(reverse("cases-counts-file")).content)).worksheets[0]
    cells = {row[1].value: row[2].value for row in book.iter_rows(min_row=2)}
    assert cells["สอบถาม"] == 7


def test_the_register_is_a_source_of_evidence_for_the_statistics(here, many):
    source = CaseEvidence()
    with here.speaks():
        (fact,) = source.facts(here.agency.code, *YEAR)
        assert fact.figures["received"] == Decimal(31)
        blocks = list(source.content(STATISTICS, here.agency.code, *YEAR))
        assert len(blocks) == 4
        Case.objects.all().delete()
        assert "ไม่มี" in str(list(source.content(STATISTICS, here.agency.code, *YEAR)))
