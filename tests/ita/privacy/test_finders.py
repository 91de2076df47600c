"""Numbers of private persons are found and masked; contacts of an office are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.privacy import find_personal_data, mask_personal_data


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("เลขประจำตัว 0100000000018 ครับ", "เลขประจำตัว xxxxxxxxxx018 ครับ"),
        ("๐-๑๐๐๐-๐๐๐๐๐-๐๒-๖", "x-xxxx-xxxxx-๐๒-๖"),
        ("0 1000 00000 03 4", "x xxxx xxxxx 03 4"),
        ("โทร 0812345678", "โทร xxxxxxxx78"),
        ("โทร. ๐๘๑-๒๓๔ ๕๖๗๘", "โทร. xxx-xxx xx๗๘"),
        ("+66 81 234 5678", "+xx xx xxx xx78"),
        ("0100000000018 และ 0912345678", "xxxxxxxxxx018 และ xxxxxxxx78"),
    ],
)
def test_a_private_number_is_masked_and_the_rest_stays(text, masked):
    assert mask_personal_data(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "0100000000019", "เลขที่โครงการ 66119000001", "02-000-0000", "โทร 075-000000 ต่อ 12", "งบประมาณ 46,800,000 บาท",
        "หนังสือ ตย 71001/ว 1234 ลงวันที่ 15 พ.ย. 2565", "1567", "01000000000180", "10812345678", "", "91.36 92.12 93.44",
    ],
)  # fmt: skip
def test_what_belongs_to_the_office_or_to_a_document_is_left_alone(text):
    assert find_personal_data(text) == []


def test_the_place_is_that_in_the_text():
    text = "โทร ๐๘๑๒๓๔๕๖๗๘ นะ"
    found = find_personal_data(text)[0]
    assert text[found.start : found.end] == "๐๘๑๒๓๔๕๖๗๘"
    assert found.kind == "mobile-phone"


@given(before=st.text(), after=st.text())
def test_masking_leaves_no_number_behind_and_keeps_the_length(before, after):
    text = f"{before} 0812345678 {after}"
    masked = mask_personal_data(text)
    assert len(masked) == len(text)
    assert find_personal_data(masked) == []


def test_a_long_text_without_a_number_ends_soon():
    assert find_personal_data("0 1" * 300_000) == []
