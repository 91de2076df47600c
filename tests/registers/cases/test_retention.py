"""What goes by itself when its years are over, and what is only proposed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from django.db import connection
from django.urls import reverse
from openpyxl import load_workbook

from deeds_on_cases import anew
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.services import made_here
from prongsai.registers.cases import services
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.services import Asker
from prongsai.registers.cases.states import CaseState

PAPER = made_here(b"citizen's paper", "a.txt", Kind.TXT)
LATER = datetime(2036, 1, 2, tzinfo=UTC)


@pytest.fixture
def ended(here, acting, received):
    """A case that ended on 17 March 2568, with papers of the applicant and of the office."""
    with here.speaks():
        asker = Asker("นายต้น ตัวอย่างไกล", "0812345678", "หมู่ 3", "0100000000018")
        case = received(here, asker=asker, files=[PAPER]).case
        services.answer_of_applicant(case=case, words="เพิ่มเติม", files=[PAPER])
        told = {"acting": acting(), "case": case, "words": "เสร็จแล้ว"}
        services.move(**told, to=CaseState.FINISHED, files=[made_here(b"answer", "b.txt", Kind.TXT)])
        return case


def test_before_its_years_are_over_nothing_goes_and_nothing_is_proposed(here, ended):
    with here.speaks():
        assert services.clear_past_cases(datetime(2035, 12, 31, tzinfo=UTC)) == 0
        assert not services.proposed_for_destruction(date(2035, 12, 31)).exists()
        assert anew(ended).asker_phone == "0812345678"


def test_after_full_years_contact_data_and_the_applicants_papers_go_and_the_case_stays(here, ended):
    with here.speaks():
        assert services.clear_past_cases(LATER) == 1
        case = anew(ended)
        assert (case.asker_phone, case.asker_contact, case.asker_number) == ("", "", "")
        assert (case.subject, case.result, case.state) == ("ไฟส่องสว่างดับ", "เสร็จแล้ว", "finished")
        assert not type(case).objects.saying("0812345678").exists()
        (kept,) = Attachment.objects.filter(holder="case-paper")
        assert kept.file.newest.name == "b.txt"
        assert services.clear_past_cases(LATER) == 0


def test_what_was_removed_stands_in_no_history_either(here, ended):
    with here.speaks():
        services.clear_past_cases(LATER)
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM cases_caseevent e WHERE e::text LIKE '%0812345678%'")
            assert cursor.fetchone() == (0,)
            cursor.execute("SELECT count(*) FROM cases_caseevent")
            assert cursor.fetchone()[0] > 1


def test_open_cases_and_kinds_that_are_kept_for_ever_are_never_past(here, received, acting, monkeypatch):
    monkeypatch.setitem(kinds._kinds, "treaty", CaseKind("treaty", "Treaty", "keeping", "duty", None))
    with here.speaks():
        received(here)
        kept = received(here, kind="treaty").case
        services.move(acting=acting(), case=kept, to=CaseState.FINISHED, words="เสร็จ")
        assert services.clear_past_cases(LATER.replace(year=2200)) == 0


def test_the_head_takes_out_a_list_for_the_committee_and_nothing_is_deleted(here, asks, ended, turn):
    turn(date(2036, 1, 2))
    client = asks(Role.UNIT_HEAD)
    assert "ไฟส่องสว่างดับ" in client.get(reverse("cases-past-their-time")).content.decode()
    address = reverse("cases-past-their-time-file")
    sheet = load_workbook(BytesIO(client.post(address).content)).worksheets[0]
    assert sheet["C2"].value == "ไฟส่องสว่างดับ"
    assert client.post(f"{address}?as=pdf").content.startswith(b"%PDF")
    assert client.post(f"{address}?as=docx").content.startswith(b"PK")
    with here.speaks():
        assert anew(ended).state == "finished"


def test_a_list_with_nothing_on_it_says_so(asks):
    assert "ไม่มี" in asks(Role.UNIT_HEAD).get(reverse("cases-past-their-time")).content.decode()
    assert asks(Role.UNIT_HEAD).post(reverse("cases-past-their-time-file") + "?as=pdf").status_code == 200
