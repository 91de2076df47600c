"""The register: found, printed, taken out and in, shown on the home page, as proof."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from docx import Document
from python_calamine import CalamineWorkbook

from prongsai.ita.reading import read_rows_limited
from prongsai.ita.writing.row_sheet import write_row_sheet
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.waiting_lists import keep_list
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.placements import papers
from prongsai.registers.placements.evidence import PlacementEvidence
from prongsai.registers.placements.models import Kind, Place, Placement, ReadPlacements, Topic
from prongsai.registers.placements.services import (
    Hung,
    Seen,
    accept_import,
    hang,
    note_sighting,
    take_down,
)
from prongsai.registers.placements.services.importing import remove_old_imports
from prongsai.registers.placements.sheet import COLUMNS, KIND_WORDS, TOPIC_WORDS, Listed, read_listed

TODAY = date(2025, 3, 17)
HEADINGS = [(words[0], 20) for words in COLUMNS.values()]


@pytest.fixture
def three(here, hung, picture) -> list[Placement]:
    with here.speaks():
        return [
            hung("แผนผังขั้นตอนชำระภาษี", topic="service-steps-and-times", photographs=[picture]),
            hung(
                "ป้ายแจ้งเรื่องทุจริต", "ศาลาหมู่ 3",
                kind="sign", unit=here.units["กองคลัง"], topic="corruption-complaint-channel",
            ),
            hung("กล่องรับความคิดเห็น", kind="box", since=date(2024, 2, 1)),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, (True, True, True)),
        ({"q": "ศาลา"}, (False, True, False)),
        ({"q": "ความคิดเห็น กล่อง"}, (False, False, True)),
        ({"kind": "sign"}, (False, True, False)),
        ({"standing": "no-photograph"}, (False, True, True)),
        ({"standing": "unseen"}, (False, False, True)),
        ({"standing": "missing"}, (False, False, False)),
        ({"kind": "nonsense"}, (True, True, True)),
    ],
)
def test_the_register_is_narrowed(asks, three, asked, expected):
    page = asks(Role.EXECUTIVE).get(reverse("placements"), asked).content.decode()
    assert tuple(one.title in page for one in three) == expected


def test_what_was_taken_out_is_read_again_without_a_doubt(here, asks, three):
    content = asks(Role.AUDITOR).post(reverse("placements-export")).content
    listed = read_listed(read_rows_limited(content, "ทะเบียน.xlsx"), TODAY)
    assert sorted(each.title for each in listed) == sorted(one.title for one in three)
    assert [each.faults or each.doubts for each in listed] == [()] * 3
    by_title = {each.title: each for each in listed}
    for one in three:
        each = by_title[one.title]
        assert (each.kind, each.topic, each.since, each.place) == (one.kind, one.topic, one.since, one.place.name)


def test_a_formula_in_a_title_stays_text(here, asks, hung):
    with here.speaks():
        hung('=HYPERLINK("x")')
    content = asks().post(reverse("placements-export")).content
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()
    assert rows[1][0] == '=HYPERLINK("x")'


def send(client, rows, name="จุดติดตั้ง.xlsx"):
    file = SimpleUploadedFile(name, write_row_sheet("รายการ", HEADINGS, rows))
    return client.post(reverse("placements-import"), {"file": file})


def test_a_list_is_looked_through_and_taken_in_whole(here, asks, hung):
    with here.speaks():
        known = hung()
    rows = [
        ("บอร์ดข่าว", "บอร์ด", "ศาลาหมู่ 5", "หมู่ที่ 5", "กองคลัง", "ข่าวประชาสัมพันธ์", "", "1 ธันวาคม 2567"),
        ("ป้ายไวนิล", "ของแปลก", "ศาลาหมู่ 5", "หมู่ที่ 5", "กองที่ไม่มี", "", "", "๑ ธ.ค. ๒๕๖๗"),
        (known.title, "", known.place.name, known.place.area, "", "", "", "16/12/2567"),
    ]
    client = asks()
    review = send(client, rows).headers["Location"]
    page = client.get(review).content.decode()
    for words in ("รายการใหม่ 2 รายการ", "ติดตั้งอยู่แล้ว 1 รายการ", "ของแปลก", "บรรทัด 3"):
        assert words in page
    unit = here.units["สำนักปลัด"]
    assert client.post(review, {"owner": unit.pk}).status_code == 400
    assert client.post(review, {"owner": unit.pk, "looked": "on"}).status_code == 302
    with here.speaks():
        board, sign = Placement.objects.get(title="บอร์ดข่าว"), Placement.objects.get(title="ป้ายไวนิล")
        assert (board.kind, board.topic, board.unit.name) == ("board", "news-reaches-people", "กองคลัง")
        assert (sign.kind, sign.unit, sign.place) == ("poster", unit, board.place)
        assert Placement.objects.count() == 3
        assert not ReadPlacements.objects.exists()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"title": ""}, "ต้องกรอกช่องนี้"),
        ({"place": ""}, "ต้องกรอกช่องนี้"),
        ({"since": ""}, "ต้องกรอกช่องนี้"),
        ({"since": "18 มีนาคม 2568"}, "ยังมาไม่ถึง"),
        ({"since": "31 กุมภาพันธ์ 2568"}, "31"),
        ({"title": "=1+1"}, "สูตร"),
        ({"title": "ก" * 301}, "300"),
    ],
)
def test_a_list_with_a_line_that_cannot_be_read_is_not_taken_in_at_all(here, asks, cells, said):
    good = {"title": "ป้าย", "kind": "ป้าย", "place": "ศาลา", "since": "1 ธันวาคม 2567"}
    rows = [[told.get(name, "") for name in COLUMNS] for told in (good, good | cells)]
    client = asks()
    review = send(client, rows).headers["Location"]
    page = client.get(review).content.decode()
    assert said in page
    assert "บรรทัด 3" in page
    answer = client.post(review, {"owner": here.units["กองคลัง"].pk})
    assert answer.status_code == 409
    with here.speaks():
        assert not Placement.objects.exists()


@pytest.mark.parametrize("name", ["จุดติดตั้ง.xlsx", "จุดติดตั้ง.csv"])
def test_a_file_without_the_columns_is_refused_by_name(asks, name):
    content = write_row_sheet("อื่น", [("ชื่อ", 20), ("นามสกุล", 20)], [("ก", "ข")])
    if name.endswith("csv"):
        content = "ชื่อ,นามสกุล\nก,ข\n".encode()
    answer = asks().post(reverse("placements-import"), {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code >= 400
    assert "สิ่งที่ติดตั้ง" in answer.content.decode()


def test_a_list_is_dropped_and_then_taken_in_by_nobody(here, asks, acting):
    client = asks()
    review = send(client, [["ป้าย", "", "ศาลา", "", "", "", "", "1 ธันวาคม 2567"]]).headers["Location"]
    with here.speaks():
        waiting = ReadPlacements.objects.get()
    assert client.post(review, {"drop": "1"}).status_code == 302
    with here.speaks(), pytest.raises(Conflict):
        accept_import(acting=acting(), waiting=waiting, unit=here.units["กองคลัง"])


def test_a_list_that_nobody_looked_through_goes_after_a_week(here):
    with here.speaks():
        kept = ReadPlacements.objects.create(agency=here.agency, file_name="a.xlsx", found=[], made_by="user:1")
        assert remove_old_imports(timezone.now()) == 0
        ReadPlacements.objects.filter(pk=kept.pk).update(made=timezone.now() - timezone.timedelta(days=8))
        assert remove_old_imports(timezone.now()) == 1


def test_the_form_to_fill_is_read_without_a_doubt(asks):
    content = asks().get(reverse("placements-template")).content
    (example,) = read_listed(read_rows_limited(content, "แบบ.xlsx"), TODAY)
    assert (example.faults, example.doubts, example.kind) == ((), (), "poster")


def test_each_kind_and_topic_has_its_word_and_no_word_hides_another():
    assert set(KIND_WORDS) == set(Kind)
    assert set(TOPIC_WORDS) == set(Topic)
    for words in (KIND_WORDS, TOPIC_WORDS):
        said = list(words.values())
        assert [(a, b) for a in said for b in said if a != b and a in b] == []


@pytest.mark.parametrize("output", ["register-pdf", "walk-pdf"])
def test_the_papers_tell_what_hangs_where(asks, three, output):
    content = asks(Role.AUDITOR).get(reverse(f"placements-{output}")).content
    with pypdfium2.PdfDocument(content) as paper:
        text = "".join(page.get_textpage().get_text_range() for page in paper).replace(" ", "").replace("\r\n", "")
    for words in ("ป้ายแจ้งเรื่องทุจริต", "ศาลาหมู่๓", "ข้อมูลสมมุติ"):
        assert words in text
    assert ("ไม่มีภาพถ่าย" in text) == (output == "register-pdf")


def test_the_register_is_a_word_file_too(asks, three):
    content = asks().get(reverse("placements-register-docx")).content
    assert three[1].title in "".join(
        cell.text for row in Document(BytesIO(content)).tables[0].rows for cell in row.cells
    )


def test_an_empty_register_says_none(here):
    with here.speaks():
        paper = papers.register_paper([], here.agency, TODAY)
    assert "ไม่มี" in repr(paper.blocks)


def test_labels_carry_the_code_of_each_place_in_use(here, asks, three):
    content = asks().get(reverse("placement-labels")).content
    with pypdfium2.PdfDocument(content) as paper:
        text = paper[0].get_textpage().get_text_range()
    assert "ศาลาหมู่" in text
    assert "สแกน" in text


def test_the_home_page_tells_how_many_lack_a_photograph(here, asks, three):
    page = asks(Role.COORDINATOR).get(reverse("office-home")).content.decode()
    assert "จุดติดตั้งที่ยังไม่มีภาพถ่ายของปีงบประมาณนี้ 2 รายการ" in page
    head = asks(Role.UNIT_HEAD).get(reverse("office-home")).content.decode()
    assert "ปีงบประมาณนี้ 1 รายการ" in head
    led = asks().get(reverse("placements-unphotographed"))
    assert led.headers["Location"] == f"{reverse('placements')}?standing=no-photograph"


def test_what_hangs_is_proof_for_its_topic_from_the_day_it_was_put_up(here, acting, three, picture):
    source, year = PlacementEvidence(), (date(2024, 10, 1), date(2025, 9, 30))
    with here.speaks():
        note_sighting(acting=acting(), placement=three[0], seen=Seen(day=TODAY, photographs=[picture]))
        facts = list(source.facts(here.agency.code, *year))
        assert {fact.topic for fact in facts} == {"service-steps-and-times", "corruption-complaint-channel"}
        assert sorted(fact.happened for fact in facts) == [date(2024, 12, 16), date(2024, 12, 16), TODAY]
        assert all(fact.link for fact in facts)


def test_the_table_of_a_topic_leaves_out_what_was_taken_down_before_the_end(here, three):
    source, until = PlacementEvidence(), date(2025, 3, 31)
    with here.speaks():
        before = source.content("service-steps-and-times", here.agency.code, date(2024, 10, 1), until)
        take_down(acting="test", placement=three[0], day=date(2025, 3, 10), because="เปลี่ยน")
        after = source.content("service-steps-and-times", here.agency.code, date(2024, 10, 1), until)
        assert three[0].title in repr(before)
        assert three[0].title not in repr(after)
        assert "ไม่มี" in repr(after)
        assert source.content("something-else", here.agency.code, date(2024, 10, 1), until) == ()


def test_a_place_that_was_given_up_is_used_again_when_a_list_names_it(here, asks, acting):
    with here.speaks():
        place = Place.objects.create(agency=here.agency, name="ศาลา", area="หมู่ที่ 1", closed=date(2025, 1, 1))
    client = asks()
    rows = [["ป้าย", "", "ศาลา", "หมู่ที่ 1", "", "", "", "1 ธันวาคม 2567"]]
    review = send(client, rows).headers["Location"]
    assert client.post(review, {"owner": here.units["กองคลัง"].pk}).status_code == 302
    with here.speaks():
        place.refresh_from_db()
        assert place.closed is None
        assert Placement.objects.get().place == place


def test_a_line_that_stands_twice_in_a_list_is_taken_once(here, asks):
    client = asks()
    row = ["ป้าย", "", "ศาลา", "", "", "", "", "1 ธันวาคม 2567"]
    review = send(client, [row, row, ["ป้าย ", *row[1:]]]).headers["Location"]
    assert "รายการใหม่ 1 รายการ" in client.get(review).content.decode()
    client.post(review, {"owner": here.units["กองคลัง"].pk})
    with here.speaks():
        assert Placement.objects.count() == 1


def test_what_was_taken_down_may_hang_again_by_a_list(here, asks, acting, hung):
    with here.speaks():
        one = hung()
        take_down(acting=acting(), placement=one, day=TODAY, because="พิมพ์ใหม่")
    row = [one.title, "", one.place.name, one.place.area, "", "", "", "17 มีนาคม 2568"]
    client = asks()
    review = send(client, [row]).headers["Location"]
    client.post(review, {"owner": here.units["กองคลัง"].pk})
    with here.speaks():
        assert Placement.objects.standing().count() == 1


def test_two_who_take_one_list_in_take_it_in_once(here, acting):
    with here.speaks():
        listed = [Listed("บรรทัด 2", title="ป้าย", place="ศาลา", since=TODAY)]
        waiting = keep_list(ReadPlacements, acting=acting(), agency=here.agency.pk, file_name="ก.xlsx", rows=listed)
        unit = here.units["กองคลัง"]
        assert len(accept_import(acting=acting(), waiting=waiting, unit=unit)) == 1
        with pytest.raises(Conflict):
            accept_import(acting=acting(Role.COORDINATOR), waiting=waiting, unit=unit)
        assert Placement.objects.count() == 1


def test_the_register_of_the_twin_is_not_met(here, there, asks, three):
    with there.speaks():
        place = Place.objects.create(agency=there.agency, name=f"ศาลา {there.canary}")
        hung = Hung(title=f"ป้าย {there.canary}", place=place, unit=there.units["กองคลัง"], since=TODAY)
        other = hang(acting="test", agency=there.agency, hung=hung)
    client = asks(Role.COORDINATOR)
    for name in ("placements", "placement-places", "placements-walk", "office-home", "tasks"):
        assert there.canary not in client.get(reverse(name)).content.decode()
    for name in ("placement", "placement-see", "placement-change", "placement-take-down"):
        assert client.get(reverse(name, args=[other.pk])).status_code == 404


def test_fifty_stand_on_a_page(here, asks, hung):
    with here.speaks():
        for number in range(53):
            hung(f"ป้ายเลขที่ {number:02}")
    client = asks()
    assert client.get(reverse("placements")).content.decode().count("ป้ายเลขที่") == 50
    assert client.get(reverse("placements"), {"page": "2"}).content.decode().count("ป้ายเลขที่") == 3


def test_the_register_asks_as_many_questions_for_thirty_as_for_three(here, asks, three, hung):
    client = asks()
    client.get(reverse("placements"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("placements"))
    with here.speaks():
        for number in range(27):
            hung(f"ป้าย {number}", f"จุด {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(reverse("placements"))
    assert len(many) == len(few)


def test_words_that_look_like_markup_are_shown_as_words(here, asks, hung):
    with here.speaks():
        one = hung("<script>x</script>", "<b>ศาลา</b>")
    for path in (
        reverse("placements"),
        one.get_absolute_url(),
        one.place.get_absolute_url(),
        reverse("placement-places"),
    ):
        page = asks().get(path).content.decode()
        assert "<script>x" not in page
        assert "<b>ศาลา" not in page
