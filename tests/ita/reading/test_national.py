from __future__ import annotations

import io
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.reading import NationalColumns, NationalRow, RowError, read_national, read_national_limited
from prongsai.ita.reading.national import national_entries
from prongsai.ita.reading.national_header import find_header, what_of
from prongsai.ita.reading.national_json import entry_as_json, entry_from_json
from prongsai.ita.thai import Refused

HEAD = ["ที่", "ชื่อหน่วยงาน", "จังหวัด", "ตัวชี้วัดที่ 1", "การใช้งบประมาณ", "IIT", "EIT ส่วนที่ 2", "i4", "คะแนนรวม", "ระดับ", "โทรศัพท์"]
FIRST = [1, "อบต.หนองกระจ่าง", "ตัวอย่างธานี", 91.36, "๘๕.๘๕", 90, 88.5, 77.25, 89.1, "ผ่าน", "0-0000-1101"]


def sheet(*rows, head=HEAD, name="ผล", hidden=()):
    return {name: [head, *rows]}


def workbook(sheets, hidden=()) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            if name in hidden:
                page.hide()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return file.getvalue()


def entries(*rows, head=HEAD):
    return list(national_entries(workbook(sheet(*rows, head=head)), "a.xlsx"))


def results(*rows, head=HEAD):
    return [entry for entry in entries(*rows, head=head) if not isinstance(entry, NationalColumns)]


def test_a_row_gives_the_results_of_one_agency_by_name_of_column():
    columns, row = entries(FIRST)
    assert columns.read == {
        "agency": "ชื่อหน่วยงาน", "province": "จังหวัด", "1": "ตัวชี้วัดที่ 1", "2": "การใช้งบประมาณ", "IIT": "IIT",
        "EIT2": "EIT ส่วนที่ 2", "I4": "i4", "overall": "คะแนนรวม", "level": "ระดับ",
    }  # fmt: skip
    assert columns.unread == ("ที่", "โทรศัพท์")
    assert (row.row, row.sheet, row.agency, row.province, row.level) == (2, "ผล", "อบต.หนองกระจ่าง", "ตัวอย่างธานี", "ผ่าน")
    assert row.overall == Decimal("89.1")
    assert row.indicators == {1: Decimal("91.36"), 2: Decimal("85.85")}
    assert row.instruments == {"IIT": Decimal(90), "EIT2": Decimal("88.5")}
    assert row.answers == {"I4": Decimal("77.25")}


@pytest.mark.parametrize(
    ("heading", "what"),
    [
        ("หน่วยงาน", "agency"), ("ชื่อ อปท.", "agency"), ("Agency Name", "agency"), ("ชื่อหน่วยงานภาครัฐ", "agency"),
        ("จังหวัด", "province"), ("อำเภอ / เขต", "district"), ("ประเภทหน่วยงาน", "kind"), ("ระดับผลการประเมิน", "level"),
        ("คะแนน ITA", "overall"), ("ITA Score", "overall"), ("คะแนนรวม (ร้อยละ)", None), ("รหัสหน่วยงาน", "code"),
        ("ตัวชี้วัดที่ ๗", "7"), ("9. การเปิดเผยข้อมูล", "9"), ("การป้องกันการทุจริต", "10"), ("การปฏิบัติหนาที่", "1"),
        ("คะแนน IIT", "IIT"), ("EIT", "EIT"), ("O12", "O12"), ("ข้อ e๕", "E5"), ("O99", None), ("หมายเหตุ", None),
        ("12", None),
    ],
)  # fmt: skip
def test_headings_are_known_by_their_words_and_by_the_catalogue(heading, what):
    assert what_of(heading) == what


def test_a_header_in_two_rows_below_titles_is_found():
    rows = [
        ["ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567", "", "", "", "", ""],
        ["", "", "", "", "", ""],
        ["ลำดับ", "หน่วยงาน", "คะแนนรายตัวชี้วัด", "", "", "ผลการประเมิน"],
        ["", "", "1", "2", "3", ""],
        ["1", "อบต.หนองกระจ่าง", "90", "91", "92", "A"],
    ]
    header = find_header(rows)
    assert (header.first, header.last) == (2, 3)
    assert header.holds == {1: "agency", 2: "1", 3: "2", 4: "3", 5: "overall"}


def test_a_result_beside_an_overall_is_a_level():
    header = find_header([["หน่วยงาน", "คะแนน", "ผลการประเมิน"]])
    assert header.holds == {0: "agency", 1: "overall", 2: "level"}


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("เก้าสิบ", "NUMBER"),
        (101, "RANGE"),
        (-1, "RANGE"),
        ("91,36", "COMMA"),
        ("٩١", "DIGITS"),
        (True, "NUMBER"),
        ("1e2", "NUMBER"),
    ],
)
def test_a_bad_row_is_told_with_its_place_and_the_next_is_read(cell, rule):
    bad = [2, "อบต.ลำดวน", "ตัวอย่างธานี", cell, 80, 80, 80, 80, 80, "ผ่าน", ""]
    _first, error, last = results(FIRST, bad, [3, "อบต.ปลายนา", *FIRST[2:]])
    assert isinstance(error, RowError)
    (refused,) = error.refusals
    assert refused.rule == rule
    assert (refused.place.sheet, refused.place.row, refused.place.column) == ("ผล", 3, "D")
    assert (error.row, error.agency, last.agency) == (3, "อบต.ลำดวน", "อบต.ปลายนา")


def test_every_bad_cell_of_a_row_is_told():
    (error,) = results([1, "อบต.หนองกระจ่าง", "", "x", "y", 1, 1, 1, 1000, "", ""])
    assert [refused.place.column for refused in error.refusals] == ["I", "D", "E"]


def test_nothing_stated_is_no_score_and_no_error():
    (row,) = results([1, "อบต.หนองกระจ่าง", "", "-", "", "ไม่มี", "–", "", 88, "", ""])
    assert (row.overall, row.indicators, row.instruments, row.answers) == (Decimal(88), {}, {}, {})


def test_numbers_are_what_ten_digits_show():
    (row,) = results([1, "อบต.หนองกระจ่าง", "", 85.85000000000001, 86.53333333333333, 1, 1, 1, 0, "", ""])
    assert row.indicators == {1: Decimal("85.85"), 2: Decimal("86.53333333")}
    assert row.overall == Decimal(0)


@pytest.mark.parametrize(
    "row",
    [
        HEAD,
        ["", "", "", "", "", "", "", "", "", "", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)"],
        ["ที่มา: สำนักงานตัวอย่าง", "", "", "", "", "", "", "", "", "", ""],
    ],
)
def test_rows_that_are_no_agency_are_passed_over(row):
    assert len(results(FIRST, row, [2, "อบต.ปลายนา", *FIRST[2:]])) == 2


@pytest.mark.parametrize(("name", "rule"), [("รวม", "SUMMARY"), ("ค่าเฉลี่ยทั้งจังหวัด", "SUMMARY"), ("", "AGENCY")])
def test_rows_that_belong_to_no_agency_are_told(name, rule):
    _first, error = results(FIRST, ["", name, "", 90, 90, 90, 90, 90, 90, "", ""])
    assert error.refusals[0].rule == rule


def test_an_agency_whose_name_begins_like_a_sum_is_an_agency():
    (row,) = results([1, "รวมไทยพัฒนาตัวอย่าง อบต.", *FIRST[2:]])
    assert isinstance(row, NationalRow)


def test_a_band_row_gives_the_province_where_no_column_does():
    head = ["ที่", "หน่วยงาน", "คะแนน"]
    rows = [["จังหวัดตัวอย่างธานี", "", ""], [1, "อบต.หนองกระจ่าง", 90], ["จังหวัดสมมุติบุรี", "", ""], [1, "อบต.ปลายนา", 80]]
    assert [row.province for row in results(*rows, head=head)] == ["ตัวอย่างธานี", "สมมุติบุรี"]


def test_visible_sheets_with_a_header_are_read_and_others_are_not():
    sheets = {"คำชี้แจง": [["อ่านก่อน"]], **sheet(FIRST), **sheet(FIRST, name="ลับ"), **sheet(FIRST, name="สอง")}
    found = list(national_entries(workbook(sheets, hidden=["ลับ"]), "a.xlsx"))
    assert [entry.sheet for entry in found if isinstance(entry, NationalColumns)] == ["ผล", "สอง"]


@pytest.mark.parametrize("codec", ["utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_a_list_saved_as_text_gives_the_same(tmp_path, codec, sign):
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(sign.join(map(str, row)) for row in (HEAD, FIRST)).encode(codec))
    _columns, row = read_national(path)
    (expected,) = results(FIRST)
    assert (row.agency, row.indicators, row.overall) == (expected.agency, expected.indicators, expected.overall)


def test_short_rows_of_a_text_are_filled_up():
    found = list(national_entries("หน่วยงาน,คะแนน,ระดับ\nอบต.ก,90\nอบต.ข\n".encode(), "a.csv"))
    assert [(row.agency, row.overall, row.level) for row in found[1:]] == [
        ("อบต.ก", Decimal(90), None),
        ("อบต.ข", None, None),
    ]


@pytest.mark.parametrize(
    ("data", "name", "rule"),
    [
        (workbook({"a": [["ก", "ข"], [1, 2]]}), "a.xlsx", "HEADER"),
        ("หน่วยงาน,จังหวัด\nก,ข".encode(), "a.csv", "HEADER"),
        ("หน่วยงาน,คะแนน\n".encode() + b"x,1\n" * 510_000, "a.csv", "SIZE"),
        ("หน่วยงาน,คะแนน\n\"ก,1\n".encode(), "a.csv", "QUOTES"),
        ("หน่วยงาน\tคะแนน".encode(), "a.txt", "KIND"),
        (b"", "a.csv", "EMPTY"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_of_agencies_is_refused(data, name, rule):
    with pytest.raises(Refused) as refused:
        list(national_entries(data, name))
    assert refused.value.rule == rule
    assert refused.value.place.file == name


def test_values_far_apart_are_refused_before_room_is_made_for_all_between():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet()
        page.write_row(0, 0, HEAD)
        page.write(1_048_575, 16_383, 1)
    with pytest.raises(Refused) as refused:
        list(national_entries(file.getvalue(), "a.xlsx"))
    assert refused.value.rule == "SIZE"


def test_colour_down_to_the_last_row_is_no_list_of_a_million_agencies():
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet("ผล")
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, FIRST)
        page.write_blank(1_048_575, 5, None, book.add_format({"bg_color": "#ffff00"}))
    assert len(list(national_entries(file.getvalue(), "a.xlsx"))) == 2


def test_progress_is_told_from_time_to_time_and_ends_with_all(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheet(*([n, f"อบต.ที่ {n}", *FIRST[2:]] for n in range(1, 901)))))
    for read in (read_national, read_national_limited):
        told = []
        found = list(read(path, progress=lambda done, total, told=told: told.append((done, total))))
        assert len(found) == 901
        assert told == sorted(told)
        assert told[-1] == (900, 900)
        assert len(told) >= 5


def test_a_child_gives_the_same_entries(tmp_path):
    path = tmp_path / "a.xlsx"
    bad = [2, "อบต.ลำดวน", "", "x", 1, 1, 1, 1, 1, "", ""]
    path.write_bytes(workbook(sheet(FIRST, bad)))
    inside, outside = (list(map(entry_as_json, read(path))) for read in (read_national, read_national_limited))
    assert inside == outside


def test_a_refusal_in_a_child_comes_through(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("ก,ข\n1,2", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        list(read_national_limited(path))
    assert refused.value.rule == "HEADER"


def test_who_stops_listening_stops_the_child(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook(sheet(FIRST, FIRST, FIRST)))
    coming = read_national_limited(path)
    assert isinstance(next(coming), NationalColumns)
    coming.close()


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.integers(1, 10), st.decimals(0, 100, places=2)),
    st.one_of(st.none(), st.decimals(0, 100, places=2)),
)
def test_a_row_survives_its_json_form(indicators, overall):
    import json  # noqa: PLC0415

    row = NationalRow(5, "อบต.หนองกระจ่าง", "ผล", overall=overall, indicators=indicators)
    told = json.loads(json.dumps(entry_as_json(row)), parse_float=Decimal)
    assert entry_from_json(told) == row
