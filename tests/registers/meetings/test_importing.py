"""Decisions from the office's own list: looked through, then taken in whole or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from prongsai.platform.accounts.models import Role
from prongsai.registers.meetings.models import Decision, ImportedDecisions
from prongsai.registers.meetings.services.importing import remove_old_imports
from prongsai.registers.meetings.sheet import DecisionRow
from working_group import item_of

HEAD = "ที่,เรื่องที่ต้องทำ,ผู้รับผิดชอบ,กำหนดเสร็จ\n"


@pytest.fixture
def item(here, held):
    with here.speaks():
        return item_of(held, 4)


def sends(client, item, text: str, name: str = "มติ.csv"):
    file = SimpleUploadedFile(name, text.encode())
    return client.post(reverse("decisions-import", args=[item.pk]), {"file": file})


def test_a_list_becomes_decisions_of_people_and_units(here, asks, item):
    person = here.people[Role.OFFICER].full_name
    text = HEAD + f"1,โอนงบประมาณ,กองคลัง,31 มีนาคม 2568\n2,ติดโปสเตอร์,{person},๓๑/๓/๒๕๖๘\n"
    client = asks()
    review = sends(client, item, text).url
    assert "โอนงบประมาณ" in client.get(review).content.decode()
    with here.speaks():
        assert not Decision.objects.exists()
    assert client.post(review, {}).status_code == 302
    with here.speaks():
        found = list(Decision.objects.order_by("id"))
        assert [(one.what, one.owner, one.due) for one in found] == [
            ("โอนงบประมาณ", "กองคลัง", date(2025, 3, 31)), ("ติดโปสเตอร์", person, date(2025, 3, 31)),
        ]  # fmt: skip
        assert not ImportedDecisions.objects.exists()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("1,ทำ,,31 มีนาคม 2568", "REQUIRED"),
        ("1,ทำ,กองคลัง,", "REQUIRED"),
        ("1,ทำ,กองที่ไม่มี,31 มีนาคม 2568", "OWNER"),
        ("1,ทำ,กองคลัง,1 มีนาคม 2568", "DUE"),
        ("1,ทำ,กองคลัง,สิ้นเดือน", "DATE"),
    ],
)
def test_a_row_that_cannot_be_taken_keeps_all_out_with_row_and_rule(here, asks, item, line, rule):
    client = asks()
    review = sends(client, item, HEAD + "1,โอนงบประมาณ,กองคลัง,31 มีนาคม 2568\n" + line + "\n").url
    assert rule in client.get(review).content.decode()
    assert client.post(review, {}).status_code == 409
    with here.speaks():
        assert not Decision.objects.exists()


def test_a_year_of_two_digits_is_a_doubt_to_be_looked_at(here, asks, item):
    client = asks()
    review = sends(client, item, HEAD + "1,ทำ,กองคลัง,31 มี.ค. 68\n").url
    assert "ใช้ พ.ศ. 2568" in client.get(review).content.decode()
    assert client.post(review, {}).status_code == 400
    assert client.post(review, {"looked": "on"}).status_code == 302


@pytest.mark.parametrize(("text", "status"), [("ชื่อ,สกุล\nก,ข\n", 422), (HEAD, 422), ("", 422)])
def test_a_file_without_decisions_is_refused(here, asks, item, text, status):
    assert sends(asks(), item, text).status_code == status
    with here.speaks():
        assert not ImportedDecisions.objects.exists()


def test_an_import_is_dropped_or_goes_by_itself_after_a_week(here, asks, item):
    client, text = asks(), HEAD + "1,ทำ,กองคลัง,31 มีนาคม 2568\n"
    review = sends(client, item, text).url
    client.post(review, {"drop": "1"})
    assert client.get(review).status_code == 404
    sends(client, item, text)
    with here.speaks():
        assert remove_old_imports(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_imports(timezone.now() + timedelta(days=8)) == 1


def test_who_does_not_keep_the_papers_takes_nothing_in(here, there, asks, item):
    review = sends(asks(), item, HEAD + "1,ทำ,กองคลัง,31 มีนาคม 2568\n").url
    for client in (asks(Role.OFFICER), asks(Role.COORDINATOR, there)):
        assert client.get(review).status_code == 404
        assert sends(client, item, HEAD).status_code == 404


def test_a_row_survives_its_time_as_plain_data():
    row = DecisionRow(place=2, what="ทำ", due=date(2025, 3, 31), unit=4, doubts=(("YEAR", "ก", "ข"),))
    assert DecisionRow.of_json(row.as_json()) == row
    assert DecisionRow(place=3).title == "แถว 3"
