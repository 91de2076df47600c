"""Before publishing: place and masked form of each finding, what the office allows, and laws that hold for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from prongsai.ita.privacy import (
    Allowed,
    PersonalData,
    find_before_publishing,
    find_in_table,
    mask_before_publishing,
    redacted_text,
)

PIECES = st.sampled_from(
    [
        "0100000000018", "๐-๑๐๐๐-๐๐๐๐๐-๐๒-๖", "081-234-5678", "๐๘๑๒๓๔๕๖๗๘", "บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔",
        "เลขที่ 9 ม.3", "12/3 หมู่ 4 ต.", "a.b@gmail.com", "x@hotmail.com", "เลขที่บัญชี 123-4-56789-0",
        "ธนาคาร 012345678901", "ทะเบียน กข 1234", "นางแก้ว ตัวอย่างเมตตา", "ด.ช.ต้น ตัวอย่างนา", "นายกเทศมนตรี",
        "ผู้ร้อง", "ปลัด", "1. ", "\n", " ", "-", "/", "7", "๗", "x", "@", "ม.", "หมู่",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("บ้านเลขที่ ๑๒/๓ หมู่ที่ ๔ ตำบล", "บ้านเลขที่ xx/x หมู่ที่ x ตำบล"),
        ("ส่งที่ somchai@gmail.com", "ส่งที่ s******@gmail.com"),
        ("ส่งที่ a@gmail.com", "ส่งที่ *@gmail.com"),
        ("ผู้ร้อง นางแก้ว ตัวอย่างเมตตา", "ผู้ร้อง นางแ*** *************"),
        ("เลขที่บัญชี 123-4-56789-0", "เลขที่บัญชี xxx-x-xxx89-0"),
        ("รถทะเบียน กข 1234 ชน", "รถทะเบียน กข xxxx ชน"),
    ],
)
def test_each_kind_is_masked_so_that_its_owner_knows_it_and_others_do_not(text, masked):
    assert mask_before_publishing(text) == masked


@given(TEXTS)
@example("0100000000018 ม.4 ต.ก")
@example("ผู้ร้อง นางแก้ว ตัวอย่างเมตตา\n1. นายต้น ตัวอย่างไกล")
def test_masking_again_changes_nothing_and_the_length_stays(text):
    masked = mask_before_publishing(text)
    assert len(masked) == len(text)
    assert mask_before_publishing(masked) == masked


@given(TEXTS)
def test_a_finding_lies_in_the_text_and_its_masked_form_hides_something(text):
    for entry in find_before_publishing(text):
        assert 0 <= entry.start < entry.end <= len(text)
        assert len(entry.masked) == entry.end - entry.start
        assert entry.masked != text[entry.start : entry.end]


@given(st.text(alphabet=st.characters(exclude_categories=["Nd"], exclude_characters="@"), max_size=200))
def test_a_text_without_figures_addresses_and_titles_is_left_alone(text):
    if not any(title in text for title in ("นาย", "นาง", "ด.", "น.", "เด็ก", "ว่าที่", ".")):
        assert mask_before_publishing(text) == text


@given(st.lists(TEXTS, max_size=4))
def test_what_is_allowed_is_never_found(texts):
    text = "\n".join(texts)
    for entry in find_before_publishing(text):
        written = text[entry.start : entry.end]
        allowed = {
            "email": Allowed(emails=frozenset({written})),
            "person-name": Allowed(names=frozenset({written})),
            "house-address": Allowed(addresses=frozenset({written})),
        }.get(entry.kind, Allowed(numbers=frozenset({written})))
        again = [(e.kind, e.start, e.end) for e in find_before_publishing(text, allowed)]
        assert (entry.kind, entry.start, entry.end) not in again


def test_the_office_is_known_however_its_number_is_written():
    allowed = Allowed(numbers=frozenset({"081-234-5678"}))
    for written in ("0812345678", "๐๘๑ ๒๓๔ ๕๖๗๘", "+66 81 234 5678", "081.234.5678"):
        assert find_before_publishing(f"โทร {written}", allowed) == []
    assert find_before_publishing("โทร 0812345679", allowed) != []


def test_an_executive_whom_an_item_requires_is_no_finding_with_or_without_title():
    allowed = Allowed(names=frozenset({"นายประสงค์ ตัวอย่างชัย"}))
    text = "1. นายประสงค์ ตัวอย่างชัย\n2. นาย ประสงค์  ตัวอย่างชัย\n3. นายต้น ตัวอย่างไกล\n4. นางแก้ว ตัวอย่างเมตตา"
    found = [text[entry.start : entry.end] for entry in find_before_publishing(text, allowed)]
    assert found == ["นายต้น ตัวอย่างไกล", "นางแก้ว ตัวอย่างเมตตา"]


@pytest.mark.parametrize("invisible", ["\u200b", "\u200d", "\ufeff", "\u202e", "\u00ad"])
@pytest.mark.parametrize("written", ["081-234-5678", "ผู้ร้อง นางแก้ว ตัวอย่างเมตตา", "บ้านเลขที่ 12/3 หมู่ที่ 4", "a.b@gmail.com"])
def test_invisible_characters_hide_nothing_from_the_search(written, invisible):
    text = f"ก่อน {invisible.join(written)} หลัง"
    masked = mask_before_publishing(text)
    assert masked.replace(invisible, "") == mask_before_publishing(f"ก่อน {written} หลัง")
    assert len(masked) == len(text)
    assert mask_before_publishing(masked) == masked


def test_a_name_with_the_two_signs_of_am_is_a_name():
    assert find_before_publishing("ผู้ร้อง นายอํานวย ตัวอย่างกุล") != []


def test_one_name_alone_is_no_finding_and_two_in_a_list_are():
    one = "1. นายต้น ตัวอย่างไกล"
    assert find_before_publishing(one) == []
    assert len(find_before_publishing(f"{one}\n2. นางแก้ว ตัวอย่างเมตตา")) == 2


def test_the_place_in_a_table_is_row_column_and_place_in_the_cell():
    rows = [["ที่", "ชื่อ-สกุล", "โทร"], ["1", "นางแก้ว ตัวอย่างเมตตา", "มือถือ 0812345678"], ["2", "ไม่มี", "-"]]
    found = [(entry.row, entry.column, entry.found.kind, entry.found.start) for entry in find_in_table(rows)]
    assert found == [(1, 1, "person-name", 0), (1, 2, "mobile-phone", 7)]


def test_rows_of_a_table_may_be_ragged_or_missing():
    assert find_in_table([]) == []
    assert find_in_table([[]]) == []
    assert find_in_table([["ชื่อ"], ["ก", "ข", "0812345678"], []])[0].column == 2


def test_whoever_has_a_post_in_the_table_is_of_the_office_whatever_the_post():
    rows = [["ชื่อ-สกุล", "ตำแหน่ง"], ["นายชิด ตัวอย่างชอบ", "ยาม"], ["นายชม ตัวอย่างเชย", "พลขับ"], ["นางแพง ตัวอย่างค่า", "-"]]
    assert find_in_table(rows) == []
    without = [[row[0], ""] for row in rows]
    assert [entry.row for entry in find_in_table(without)] == [1, 2, 3]


def test_a_column_that_the_item_requires_keeps_its_names_but_not_its_numbers():
    rows = [["ผู้ได้รับคัดเลือก"], ["นายร้าน ตัวอย่างค้า 0812345678"], ["นางซ่อม ตัวอย่างช่าง"]]
    allowed = Allowed(columns=frozenset({"ผู้ได้รับ คัดเลือก"}))
    assert {entry.found.kind for entry in find_in_table(rows, allowed)} == {"mobile-phone"}
    assert "person-name" in {entry.found.kind for entry in find_in_table(rows)}


def test_findings_of_another_text_are_refused():
    with pytest.raises(ValueError, match="another text"):
        redacted_text("สั้น", [PersonalData("email", 0, 9, "*********")])


@pytest.mark.parametrize(
    "piece", ["นาย", "นาง ", "0 1", "๑/", "12/3 หมู่ ", "a@", "บัญชี 12 ", "ก", "บ้านเลขที่", "ทะเบียน ", "\n", "x.", "น.ส.ก"]
)
def test_no_text_makes_the_search_crawl(piece):
    """Ten times the text takes about ten times as long; a search that looks back again and again takes a hundred."""
    short, long = (min(seconds(piece * (size // len(piece))) for _turn in range(2)) for size in (20_000, 200_000))
    assert long < 50 * short + 0.2


def seconds(text: str) -> float:
    before = time.process_time()
    find_before_publishing(text)
    return time.process_time() - before
