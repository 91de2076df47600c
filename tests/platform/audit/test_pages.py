"""What an auditor sees of the log."""

from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.utils import translation
from openpyxl import load_workbook

from log_of_deeds import do, lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.audit.deed_names import name_of_thing
from prongsai.platform.audit.services import record

pytestmark = pytest.mark.django_db
LOG, FILE, HEADS = "/audit/", "/audit/file/", "/audit/heads/"


@pytest.fixture
def auditor(twins, settings):
    """The auditor's browser, and an office with some deeds; the other office has other ones."""
    here, there = twins
    with here.speaks():
        do(here, "audit.exported", thing="agency.unit:3", figures={"bytes": 77})
        for _ in range(60):
            do(here, "test.done")
    do(there, "test.elsewhere")
    connection.check_constraints()
    client = Client(headers={"accept-language": "th"})
    here.enters(client, Role.AUDITOR)
    return client


def unit_in_words():
    """Give the words for unit 3 in Thai."""
    with translation.override("th"):
        return name_of_thing("agency.unit:3")


def text_of(response):
    return response.content.decode()


def test_the_newest_deeds_of_the_own_agency_come_first(auditor):
    page = text_of(auditor.get(LOG))
    assert "test.done" in page
    assert "test.elsewhere" not in page
    assert "ส่งออกบันทึกการทำรายการเป็นไฟล์" not in page.split("<tbody>")[1]
    second = text_of(auditor.get(LOG, {"page": 2}))
    assert "ส่งออกบันทึกการทำรายการเป็นไฟล์" in second.split("<tbody>")[1]
    assert "ขนาด (ไบต์) 77" in second


def test_deeds_are_found_by_kind(auditor):
    rows = text_of(auditor.get(LOG, {"action": "audit.exported"})).split("<tbody>")[1]
    assert rows.count("<tr>") == 1
    assert unit_in_words() in rows


def test_deeds_are_found_by_who_and_when(auditor, twins):
    user = twins[0].accounts[Role.OFFICER]
    with twins[0].speaks():
        do(twins[0], "test.by_officer")
    connection.check_constraints()
    assert "ไม่พบรายการ" in text_of(auditor.get(LOG, {"who": user.pk}))
    assert "ไม่พบรายการ" in text_of(auditor.get(LOG, {"until_day": "1", "until_month": "1", "until_year": "2560"}))
    found = auditor.get(LOG, {"since_day": "1", "since_month": "1", "since_year": "2560"})
    assert found.context["page"].paginator.count == 62


@pytest.mark.parametrize(
    "bad",
    [{"since_day": "31", "since_month": "2", "since_year": "2569"}, {"action": "x"}, {"who": "999999"}, {"page": "-1"}],
)
def test_a_wrong_wish_is_answered_with_the_whole_log_and_a_word_of_help(auditor, bad):
    page = auditor.get(LOG, bad)
    assert page.status_code == 200
    assert page.context["page"].paginator.count == 61


def test_accounts_of_another_agency_cannot_be_looked_for(auditor, twins):
    stranger = twins[1].accounts[Role.OFFICER]
    assert auditor.get(LOG, {"who": stranger.pk}).context["form"].errors["who"]


def test_the_file_holds_what_was_found_and_taking_it_is_a_deed(auditor, twins):
    answer = auditor.post(f"{FILE}?action=audit.exported")
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][0] == "ลำดับที่"
    assert [(row[0], row[3], row[4], row[5]) for row in rows[1:]] == [
        (1, "ส่งออกบันทึกการทำรายการเป็นไฟล์", unit_in_words(), "ขนาด (ไบต์) 77")
    ]
    last = lines_of(twins[0])[-1]
    assert (last.action, last.told["bytes"]) == ("audit.exported", len(answer.content))


def test_a_name_never_becomes_a_formula(auditor, twins):
    user = twins[0].accounts[Role.OFFICER]
    type(user).objects.filter(pk=user.pk).update(display_name="=1+1")
    with twins[0].speaks():
        record(f"user:{user.pk}", "test.formula")
    connection.check_constraints()
    sheet = load_workbook(BytesIO(auditor.post(FILE).content)).active
    cell = sheet.cell(2, 3)
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("=1+1", "s", True)


def test_without_a_signed_head_the_sheet_says_so(auditor):
    assert "ยังไม่มีรายการที่ลงลายเซ็นกำกับ" in text_of(auditor.get(HEADS))


@pytest.mark.django_db(transaction=True)
def test_the_sheet_shows_the_mark_that_verify_takes(auditor, twins, journal):
    do(twins[0])
    line = lines_of(twins[0])[-1]
    page = text_of(auditor.get(HEADS))
    assert f"{twins[0].agency.pk}:{line.seq}:{bytes(line.hash).hex()[:32]}" in page
    assert journal.signer.name in page
