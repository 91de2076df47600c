"""A staff list from Excel: read, looked through, taken over as a whole or not at all."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from log_of_deeds import lines_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.line import executive, head_of, posts_of
from prongsai.platform.agency.models import Holding, Person, Post, Standing, Unit
from prongsai.platform.staff.models import StaffImport
from prongsai.platform.staff.module import LIST_KEPT, blank_old_lists
from prongsai.platform.staff.services import importing
from staff_lists import HEADS, ROWS, csv_list, workbook

DAY = date(2025, 3, 1)


def send(client: Client, data: bytes, name: str = "staff.xlsx", **more):
    file = SimpleUploadedFile(name, data)
    return client.post("/staff/lists/new/", {"as_of": DAY.isoformat(), "file": file, **more})


def look(client: Client, answer) -> str:
    assert answer.status_code == 302, answer.content.decode()[-3000:]
    return client.get(answer.headers["Location"]).content.decode()


def mark_on(page: str) -> str:
    return re.search(r'name="seen" value="(\w+)"', page)[1]


def take(client: Client, answer, **decided):
    address = answer.headers["Location"]
    page = client.get(address).content.decode()
    return client.post(address, {"seen": mark_on(page), **decided})


@pytest.fixture
def client(inside) -> Client:
    return inside()


@pytest.fixture
def empty(here) -> None:
    """An office about which nothing is known but the accounts of the cast."""
    with here.speaks():
        Holding.objects.all().delete()
        Post.objects.all().delete()
        Person.objects.update(left=date(2020, 1, 1))


def everybody(here) -> dict[str, str]:
    with here.speaks():
        here_now = Person.objects.here(DAY).select_related("unit")
        return {person.full_name: person.unit.name for person in here_now}


def test_a_first_list_makes_people_units_and_posts(here, client, empty):
    answer = send(client, workbook(ROWS, title="บัญชีรายชื่อ อบต.หนองกระจ่าง"))
    page = look(client, answer)
    assert "ใหม่ (3)" in page
    assert "ผู้บริหาร" in page
    assert take(client, answer).headers["Location"] == "/staff/people/"
    assert everybody(here) == {
        "นายประสงค์ ตัวอย่างชัย": "ผู้บริหาร",
        "นางสาวพิมพ์ใจ ตัวอย่างดี": "สำนักปลัด",
        "นางรัตนา ตัวอย่างทรัพย์": "กองคลัง",
    }
    with here.speaks():
        assert executive(DAY).person.given_name == "ประสงค์"
        assert head_of(here.units["กองคลัง"], DAY).person.given_name == "รัตนา"
        assert Unit.objects.count() == 3
    deed = lines_of(here)[-1]
    assert (deed.action, deed.told) == ("staff.list_taken", {"changed": 0, "new": 3, "units": 1})


def test_the_review_says_where_a_post_will_stand(client, empty):
    page = look(client, send(client, workbook(ROWS)))
    assert "หัวหน้าส่วนราชการ" in page.split("รัตนา")[1][:600]


def test_the_same_list_again_changes_nothing(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    answer = send(client, workbook(ROWS))
    assert "ไม่เปลี่ยนแปลง (3)" in look(client, answer)
    with here.speaks():
        before = Holding.objects.count(), Post.objects.count()
    take(client, answer)
    with here.speaks():
        assert (Holding.objects.count(), Post.objects.count()) == before
    assert lines_of(here)[-1].told == {"changed": 0, "new": 0, "units": 0}


def test_only_what_differs_is_changed(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    changed = [ROWS[0], ROWS[1], ["3", "นางรัตนา ตัวอย่างทรัพย์", "ผู้อำนวยการกองคลังระดับกลาง", "กองคลัง"]]
    answer = send(client, workbook(changed))
    page = look(client, answer)
    assert "จาก “ผู้อำนวยการกองคลัง” เป็น “ผู้อำนวยการกองคลังระดับกลาง”" in page
    take(client, answer)
    with here.speaks():
        assert head_of(here.units["กองคลัง"], DAY).title == "ผู้อำนวยการกองคลังระดับกลาง"
        assert Post.objects.count() == 3


def test_who_moves_leaves_the_old_post_and_holds_a_new_one(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    moved = [["2", "นางสาวพิมพ์ใจ ตัวอย่างดี", "นักวิชาการคลัง", "กองคลัง"]]
    answer = send(client, workbook(moved), as_of="2025-06-01")
    page = look(client, answer)
    assert "ต้องเลือก (1)" in page
    assert "ไม่อยู่ในแฟ้ม" in page
    assert take(client, answer).status_code == 409
    assert take(client, answer, **{"row:Sheet-2": "take"}).status_code == 302
    with here.speaks():
        person = Person.objects.get(given_name="พิมพ์ใจ", left=None)
        assert [held.title for held in posts_of(person, date(2025, 6, 1))] == ["นักวิชาการคลัง"]
        assert [held.title for held in posts_of(person, date(2025, 5, 31))] == ["นักวิเคราะห์นโยบายและแผนชำนาญการ"]
        assert person.unit == here.units["กองคลัง"]


def test_somebody_else_of_a_known_name_is_added(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    answer = send(client, workbook([["9", "นางสาวพิมพ์ใจ ตัวอย่างดี", "คนงาน", "กองคลัง"]]))
    assert take(client, answer, **{"row:Sheet-2": "another"}).status_code == 302
    with here.speaks():
        assert Person.objects.filter(given_name="พิมพ์ใจ", left=None).count() == 2


def test_a_vacant_post_of_the_title_is_filled(here, client, empty):
    with here.speaks():
        post = Post.objects.create(
            agency=here.agency, unit=here.units["กองคลัง"], title="ผู้อำนวยการกองคลัง", standing=Standing.HEAD
        )
    take(client, send(client, workbook(ROWS)))
    with here.speaks():
        assert post.holdings.get().person.given_name == "รัตนา"


def test_a_list_that_was_put_right_on_the_same_day_ends_nothing(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    wrong_unit = [["3", "นางรัตนา ตัวอย่างทรัพย์", "ผู้อำนวยการกองช่าง", "กองช่าง"]]
    take(client, send(client, workbook(wrong_unit)), **{"row:Sheet-2": "take"})
    with here.speaks():
        person = Person.objects.get(given_name="รัตนา")
        assert [held.title for held in posts_of(person, DAY)] == ["ผู้อำนวยการกองช่าง"]
        assert person.holdings.count() == 1
    page = look(client, send(client, workbook(wrong_unit)))
    assert "ไม่เปลี่ยนแปลง (1)" in page


def test_nobody_is_made_to_leave(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    take(client, send(client, workbook(ROWS[:1])))
    assert len(everybody(here)) == 3


def test_a_text_file_of_an_old_program_is_read(here, client, empty):
    data = csv_list(ROWS).decode().encode("cp874")
    take(client, send(client, data, "staff.csv"))
    assert len(everybody(here)) == 3


def test_a_row_that_cannot_be_taken_holds_the_whole_list_back(here, client, empty):
    answer = send(client, workbook([*ROWS, ["4", "ไม่มีนามสกุล", "คนงาน", "กองช่าง"]]))
    page = look(client, answer)
    assert "ต้องแก้ไข (1)" in page
    assert "แผ่นงาน Sheet บรรทัด 5" in page
    assert "ชื่อ - สกุล: ไม่พบชื่อหรือนามสกุล" in page
    assert take(client, answer).status_code == 409
    assert everybody(here) == {}


def test_a_formula_in_a_cell_is_not_a_name(client, empty):
    page = look(client, send(client, csv_list([["1", '"=HYPERLINK(""http://x"")"', "ก", "กองคลัง"]]), "a.csv"))
    assert "FORMULA" in page


def test_hidden_sheets_and_rows_are_told(client, empty):
    book = openpyxl.load_workbook(io.BytesIO(workbook(ROWS)))
    book.create_sheet("ลับ").sheet_state = "hidden"
    book.active.row_dimensions[3].hidden = True
    out = io.BytesIO()
    book.save(out)
    page = look(client, send(client, out.getvalue()))
    assert "ซ่อน" in page
    assert "พิมพ์ใจ ตัวอย่างดี</th>" not in page


def test_columns_that_are_not_kept_are_told(here, client, empty):
    heads = [*HEADS, "เลขประจำตัวประชาชน"]
    answer = send(client, workbook([[*ROWS[0], "0100000000018"]], heads=heads))
    assert "เลขประจำตัวประชาชน" in look(client, answer)
    with here.speaks():
        assert "0100000000018" not in str(StaffImport.objects.get().told)


@pytest.mark.parametrize(
    ("data", "name", "status", "words"),
    [
        (b"", "a.xlsx", 422, "แฟ้มว่าง"),
        (b"\x89PNG\r\n\x1a\n" + b"0" * 99, "a.xlsx", 415, "a.xlsx"),
        (workbook(ROWS)[:500], "a.xlsx", 422, "a.xlsx"),
        ("ชื่อ".encode(), "a.txt", 415, ""),
        (workbook(ROWS), "a.xlsm", 415, ""),
        (workbook([["ก"]], heads=["ที่"]), "a.xlsx", 422, "ไม่พบคอลัมน์ “ชื่อ-นามสกุล” และ “ส่วนราชการ”"),
        (workbook([]), "a.xlsx", 422, "ไม่พบรายชื่อ"),
        (b"\xff\xfe\xff" * 40, "a.csv", 422, ""),
    ],
)
def test_what_is_no_staff_list_is_refused_and_nothing_kept(here, client, data, name, status, words):
    answer = send(client, data, name)
    assert answer.status_code == status
    page = answer.content.decode()
    assert "โปรดแก้ไข" in page
    assert words in page
    with here.speaks():
        assert not StaffImport.objects.exists()


def test_without_a_file_or_a_day_the_form_says_so(client):
    answer = client.post("/staff/lists/new/", {"as_of": "2025-02-30"})
    assert answer.status_code in (400, 422)
    assert answer.content.decode().count('class="error"') == 2


def test_what_somebody_changed_meanwhile_is_shown_again(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    changed = [["3", "นางสาวรัตนา ตัวอย่างทรัพย์", "ผู้อำนวยการกองคลัง", "กองคลัง"]]
    answer = send(client, workbook(changed))
    mark = mark_on(look(client, answer))
    with here.speaks():
        Person.objects.filter(given_name="รัตนา").update(prefix="ดร.")
    again = client.post(answer.headers["Location"], {"seen": mark})
    assert again.status_code == 409
    assert "จาก “ดร.” เป็น “นางสาว”" in again.content.decode()
    assert client.post(answer.headers["Location"], {"seen": mark_on(again.content.decode())}).status_code == 302


def test_another_answer_about_a_unit_is_looked_through_again(here, client, empty):
    answer = send(client, workbook([["1", "นายณัฐพล ตัวอย่างมั่น", "นายช่าง", "สำนักงานปลัด"]]))
    page = look(client, answer)
    assert "คล้ายกับ สำนักปลัด" in page
    again = client.post(answer.headers["Location"], {"seen": mark_on(page), "unit:สำนักงานปลัด": "new"})
    assert again.status_code == 409
    mark = mark_on(again.content.decode())
    client.post(answer.headers["Location"], {"seen": mark, "unit:สำนักงานปลัด": "new"})
    assert everybody(here) == {"นายณัฐพล ตัวอย่างมั่น": "สำนักงานปลัด"}


def test_when_one_row_fails_nothing_is_written(here, client, empty, monkeypatch):
    answer = send(client, workbook(ROWS))
    placed = importing._Taking._place

    def fail_at_the_last(self, person, row, unit):
        if row.given_name == "รัตนา":
            raise importing.Conflict("stopped")
        placed(self, person, row, unit)

    monkeypatch.setattr(importing._Taking, "_place", fail_at_the_last)
    assert take(client, answer).status_code == 409
    assert everybody(here) == {}
    with here.speaks():
        assert StaffImport.objects.get().decided is None


def test_a_list_is_taken_over_once_and_what_was_read_is_blanked(here, client, empty):
    answer = send(client, workbook(ROWS))
    address = answer.headers["Location"]
    page = client.get(address).content.decode()
    client.post(address, {"seen": mark_on(page)})
    assert client.post(address, {"seen": mark_on(page)}).status_code == 409
    assert client.get(address).status_code == 409
    with here.speaks():
        assert StaffImport.objects.get().told == {}
    assert len(everybody(here)) == 3


def test_a_dropped_list_changes_nothing(here, client, empty):
    answer = send(client, workbook(ROWS))
    assert client.post(answer.headers["Location"] + "drop/").status_code == 302
    assert client.get(answer.headers["Location"]).status_code == 409
    assert client.post(answer.headers["Location"] + "drop/").status_code == 409
    assert everybody(here) == {}
    with here.speaks():
        assert StaffImport.objects.get().told == {}


def test_a_list_nobody_decides_on_is_blanked_after_a_week(here, client, empty):
    send(client, workbook(ROWS))
    with here.speaks():
        assert blank_old_lists(timezone.now()) == 0
        assert blank_old_lists(timezone.now() + LIST_KEPT) == 1
        assert StaffImport.objects.get().told == {}


def test_nobody_takes_oneself_into_a_leading_post_by_a_list(here, client):
    name = f"นางสาวพิมพ์ใจ {here.people[Role.COORDINATOR].family_name}"
    answer = send(client, workbook([["1", name, "ปลัด อบต.", "สำนักปลัด"]]))
    refused = take(client, answer)
    assert refused.status_code == 409
    with here.speaks():
        assert not Post.objects.filter(title="ปลัด อบต.").exists()


def test_a_list_of_the_twin_is_not_there(here, there, inside, client):
    theirs = send(inside(office=there), workbook(ROWS))
    assert client.get(theirs.headers["Location"]).status_code == 404


def test_markup_in_a_list_is_shown_as_text(client, empty):
    page = look(client, send(client, workbook([["1", "นาย<b>ก</b> {{7*7}}", "<script>x</script>", "กอง'คลัง"]])))
    assert "<script>x" not in page
    assert "{{7*7}}" in page


# The form and the list as files


def rows_of(answer) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    return [[str(cell.value or "") for cell in row] for row in book.worksheets[0].iter_rows()]


def test_the_empty_form_can_be_filled_in_and_read(here, client, empty):
    answer = client.get("/staff/lists/form/")
    assert "attachment" in answer.headers["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    book.worksheets[0].append(["นาย", "ประสงค์", "ตัวอย่างชัย", "นายก อบต.", "ผู้บริหาร", "", "", "1 ตุลาคม 2560"])
    out = io.BytesIO()
    book.save(out)
    take(client, send(client, out.getvalue()))
    with here.speaks():
        assert Person.objects.get(given_name="ประสงค์", left=None).since == date(2017, 10, 1)


def test_what_is_exported_changes_nothing_when_it_is_read_again(here, client, empty):
    take(client, send(client, workbook(ROWS)))
    answer = client.post("/staff/lists/export/")
    assert len(rows_of(answer)) == 4
    assert lines_of(here)[-1].action == "staff.list_exported"
    assert "ไม่เปลี่ยนแปลง (3)" in look(client, send(client, answer.content))


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+cmd", "-1+1", "@SUM", "＝1+1", ";=1"])
def test_no_text_becomes_a_formula_in_the_export(here, client, empty, text):
    with here.speaks():
        Person.objects.create(
            agency=here.agency, given_name=text, family_name=text, employment=text, unit=here.units["กองคลัง"]
        )
    book = openpyxl.load_workbook(io.BytesIO(client.post("/staff/lists/export/").content))
    cells = [cell for row in book.worksheets[0].iter_rows(min_row=2) for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert text in {cell.value for cell in cells}
    assert all(cell.quotePrefix for cell in cells)
