"""Question and OIT codes, and the repair of look-alikes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.codes import each_once, item_codes, question_codes
from prongsai.ita.reading.vocabulary import standard_vocabulary
from prongsai.ita.thai import to_thai

IS_CODE = standard_vocabulary().is_code
ASSETS = frozenset(f"I{n}" for n in range(19, 25))


def questions(text, **more):
    return each_once(question_codes(text, IS_CODE, **more))


def repaired(found):
    return [(entry.printed, entry.code) for entry in found if entry.repaired]


@given(st.sampled_from("iIeE"), st.integers(1, 15), st.booleans(), st.sampled_from(["", " "]))
def test_a_code_is_read_in_any_case_and_with_either_digits(letter, number, thai, blank):
    written = f"{letter}{blank}{number}"
    assert questions((to_thai(written) if thai else written) + " บุคลากรไม่ทราบ") == (f"{letter.upper()}{number}",)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("i๔ i๕ i๖ เจ้าหน้าที่", ("I4", "I5", "I6")),
        ("e๖ และ e๗ มีผู้รับบริการ", ("E6", "E7")),
        ("I19 - I22", ("I19", "I20", "I21", "I22")),
        ("I7,8,9", ("I7", "I8", "I9")),
        ("e๑๓ ซ้ำ E13", ("E13",)),
        ("บริการ E-Service 24 ชั่วโมง", ()),
        ("ประเทศไทย i 4.0", ()),
        ("I31 E16", ()),
        ("Line 1 และ Office 365", ()),
    ],
)
def test_codes_stand_once_in_order_of_mention(text, codes):
    assert questions(text) == codes


@pytest.mark.parametrize(
    ("text", "form", "code"),
    [
        ("1๒๘ หน่วยงานของท่าน", "1๒๘", "I28"),
        ("19 หน่วยงานใช้", "19", "I9"),
        ("l20 การขอยืม", "l20", "I20"),
        ("|14", "|14", "I14"),
    ],
)
def test_a_look_alike_in_the_place_of_a_code_is_repaired(text, form, code):
    assert repaired(question_codes(text, IS_CODE, place=True)) == [(form, code)]
    assert question_codes(text, IS_CODE) == []


def test_a_bare_figure_is_a_code_only_where_it_fits_the_issue():
    assert questions("121 ยืมทรัพย์สิน", place=True, expected=ASSETS) == ("I21",)
    assert questions("12 วิธีการขั้นตอน", place=True, expected=ASSETS) == ()
    assert questions("1๔ ได้รับการประเมิน", place=True, expected=ASSETS) == ("I4",)


@pytest.mark.parametrize(
    ("text", "codes", "forms"),
    [
        ("(อ้างอิงจาก ๐๓๔)", ("O34",), ["๐๓๔"]),
        ("(อ้างอิงจาก ๐๓๙ - ๐๔๑)", ("O39", "O40", "O41"), ["๐๓๙", "๐๔๑"]),
        ("(อ้างอิงจาก ๐๗) แผ่นพับ", ("O7",), ["๐๗"]),
        ("ข้อ O๓๘ และ o13", ("O38", "O13"), []),
        ("ข้อ 014", ("O14",), ["014"]),
        ("(อ้างอิงจากตัวชี้วัด ๙.๑, ๙.๒)", (), []),
        ("(อ้างอิงจาก i๒๔)", (), []),
        ("ได้คะแนน ๐๗ คะแนน เวลา ๐๘.๓๐ น.", (), []),
        ("วันที่ 05/01/2567 โทร 02-123", (), []),
        ("O44", (), []),
    ],
)
def test_item_codes_are_read_and_repaired_where_an_item_is_cited(text, codes, forms):
    found = item_codes(text, IS_CODE)
    assert each_once(found) == codes
    assert [form for form, _ in repaired(found)] == forms


@given(st.text(max_size=80))
def test_every_code_found_is_a_code(text):
    found = question_codes(text, IS_CODE, place=True) + item_codes(text, IS_CODE, place=True)
    assert all(IS_CODE(entry.code) and entry.code[1] != "0" for entry in found)
