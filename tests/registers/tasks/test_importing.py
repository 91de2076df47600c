"""Tasks from the office's own list: looked through, then given all or none."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.notices.models import Copy
from prongsai.registers.services.services import add_starters
from prongsai.registers.tasks.models import ImportedTasks, Task
from prongsai.registers.tasks.services.importing import remove_old_imports
from prongsai.registers.tasks.sheet import TaskRow

HEAD = "ที่,งานที่ต้องทำ,ผู้รับผิดชอบ,กำหนด,รายละเอียด\n"
GOOD = "1,ส่งรายงานไตรมาส,กองคลัง,31 มีนาคม 2568,ตามแบบเดิม\n"


def sends(client, content: str | bytes, name: str = "งาน.csv"):
    data = content.encode() if isinstance(content, str) else content
    return client.post(reverse("tasks-import"), {"file": SimpleUploadedFile(name, data)})


def page(client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_list_becomes_tasks_of_people_and_units_who_are_told(here, asks):
    client, officer = asks(Role.COORDINATOR), here.people[Role.OFFICER]
    plain = f"{officer.given_name} {officer.family_name}"
    review = sends(client, HEAD + GOOD + f"2,ติดโปสเตอร์,{plain},๓๑/๓/๒๕๖๘,\n3,ทบทวนป้าย,{officer.full_name},,\n").url
    assert "งานใหม่ 3 เรื่อง" in page(client, review)
    with here.speaks():
        assert not Task.objects.exists()
    assert client.post(review, {}).status_code == 302
    with here.speaks():
        found = [(one.title, one.owner, one.due, one.details) for one in Task.objects.order_by("id")]
        assert found == [
            ("ส่งรายงานไตรมาส", here.units["กองคลัง"], date(2025, 3, 31), "ตามแบบเดิม"),
            ("ติดโปสเตอร์", officer, date(2025, 3, 31), ""),
            ("ทบทวนป้าย", officer, None, ""),
        ]
        assert Copy.objects.filter(person=officer).exists()
        assert not ImportedTasks.objects.exists()
    assert client.post(review, {}).status_code == 404


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("2,,กองคลัง,31 มีนาคม 2568,", "REQUIRED"),
        ("2,ทำ,,31 มีนาคม 2568,", "REQUIRED"),
        ("2,ทำ,กองที่ไม่มี,31 มีนาคม 2568,", "OWNER"),
        ("2,ทำ,กองคลัง,สิ้นเดือน,", "DATE"),
        ("2,=A1,กองคลัง,,", "FORMULA"),
        (f"2,{'ก' * 301},กองคลัง,,", "LENGTH"),
    ],
)
def test_a_row_that_cannot_be_taken_keeps_all_out_with_row_and_rule(here, asks, line, rule):
    client = asks(Role.COORDINATOR)
    review = sends(client, HEAD + GOOD + line + "\n").url
    shown = page(client, review)
    assert rule in shown
    assert shown.index("บรรทัด 3") < shown.index("บรรทัด 2")
    assert "มอบหมายทั้งหมด" not in shown
    assert client.post(review, {}).status_code == 409
    with here.speaks():
        assert not Task.objects.exists()


def test_two_people_of_one_name_are_not_guessed_between(here, asks, employ):
    with here.speaks():
        for unit in ("กองคลัง", "สำนักปลัด"):
            employ("สมชาย", unit)
    client = asks(Role.COORDINATOR)
    assert "TWO" in page(client, sends(client, HEAD + "1,ทำ,นายสมชาย ตัวอย่างเพิ่ม,,\n").url)


@pytest.mark.parametrize(("day", "rule"), [("31 มี.ค. 68", "YEAR"), ("3 มีนาคม 2568", "PAST")])
def test_a_doubt_is_looked_at_before_anything_is_given(here, asks, day, rule):
    client = asks(Role.COORDINATOR)
    review = sends(client, HEAD + GOOD + f"2,ทำ,กองคลัง,{day},\n").url
    shown = page(client, review)
    assert rule in shown
    assert shown.index("บรรทัด 3") < shown.index("บรรทัด 2")
    assert client.post(review, {}).status_code == 400
    with here.speaks():
        assert not Task.objects.exists()
    assert client.post(review, {"looked": "on"}).status_code == 302


@pytest.mark.parametrize(
    ("text", "status"), [("ชื่อ,สกุล\nก,ข\n", 422), (HEAD, 422), ("", 422), (HEAD + GOOD * 201, 413)],
    ids=["others", "none", "empty", "many"],
)  # fmt: skip
def test_a_file_without_tasks_or_with_too_many_is_refused(here, asks, text, status):
    assert sends(asks(Role.COORDINATOR), text).status_code == status
    with here.speaks():
        assert not ImportedTasks.objects.exists()


def test_what_was_taken_out_reads_back_and_gives_nothing_twice(here, asks, acting, given):
    with here.speaks():
        task = given("ส่งภาพ", details="ห้าจุด", due=date(2025, 3, 20))
        given("ส่งรายงาน", here.units["กองคลัง"], due=None)
        unit, agency = here.units["สำนักปลัด"], here.agency.pk
        service = add_starters(acting=acting(Role.COORDINATOR), agency=agency, unit=unit, keys=["tent-loan"])[0]
        type(service).objects.filter(pk=service.pk).update(review_due=date(2025, 3, 1))
    client = asks(Role.COORDINATOR)
    content = client.post(reverse("tasks-export")).content
    review = sends(client, content, "งาน.xlsx").url
    assert "ไม่เพิ่มซ้ำ 2 เรื่อง" in page(client, review)
    assert "ไม่นำเข้า 1 เรื่อง" in page(client, review)
    client.post(review, {"drop": "1"})
    with here.speaks():
        type(task).objects.filter(pk=task.pk).update(state="dropped")
    assert client.post(sends(client, content, "งาน.xlsx").url, {}).status_code == 302
    with here.speaks():
        again = Task.objects.open().get(title="ส่งภาพ")
        assert (again.owner, again.due, again.details) == (task.owner, task.due, "ห้าจุด")


def test_the_workbook_to_fill_in_is_read(here, asks):
    client = asks(Role.UNIT_HEAD)
    content = client.get(reverse("tasks-template")).content
    assert CalamineWorkbook.from_filelike(BytesIO(content)).sheet_names == ["งานที่ต้องทำ", "คำอธิบาย"]
    assert "งานใหม่ 1 เรื่อง" in page(client, sends(client, content, "แบบ.xlsx").url)


def test_who_may_give_tasks_to_few_takes_no_others_in(here, there, asks):
    officer = asks(Role.OFFICER)
    assert "OWNER" in page(officer, sends(officer, HEAD + GOOD).url)
    review = sends(asks(Role.COORDINATOR), HEAD + GOOD).url
    for client in (officer, asks(Role.COORDINATOR, there)):
        assert client.get(review).status_code == 404
    own = sends(officer, HEAD + "1,ทำ,สำนักปลัด,,\n").url
    assert asks(Role.UNIT_HEAD).get(own).status_code == 200


def test_who_left_meanwhile_gets_no_task(here, asks, employ):
    with here.speaks():
        person = employ("สมชาย")
    client = asks(Role.COORDINATOR)
    review = sends(client, HEAD + GOOD + f"2,ทำ,{person.full_name},,\n").url
    with here.speaks():
        Person.objects.filter(pk=person.pk).delete()
    assert client.post(review, {}).status_code == 409
    with here.speaks():
        assert not Task.objects.exists()


def test_an_import_is_dropped_or_goes_by_itself_after_a_week(here, asks):
    client = asks(Role.COORDINATOR)
    review = sends(client, HEAD + GOOD).url
    client.post(review, {"drop": "1"})
    assert client.get(review).status_code == 404
    sends(client, HEAD + GOOD)
    with here.speaks():
        assert remove_old_imports(timezone.now() + timedelta(days=6)) == 0
        assert remove_old_imports(timezone.now() + timedelta(days=8)) == 1


def test_a_row_survives_its_time_as_plain_data():
    row = TaskRow("บรรทัด 2", title="ทำ", asked="unit-4", due=date(2025, 3, 31), doubts=(("YEAR", "ก", "ข"),))
    assert TaskRow.of_json(row.as_json()) == row
    assert TaskRow.of_json(TaskRow("บรรทัด 3").as_json()).due is None
