"""Large tables, long names, model pages: nothing slow, nothing lost, no alarm on what the project itself shows."""

from __future__ import annotations

import time

import pytest

from prongsai.ita.catalogue import available_years, load_framework
from prongsai.ita.catalogue.pages import pages_of
from prongsai.ita.privacy import Allowed, find_before_publishing, find_in_table, mask_before_publishing


def test_a_table_of_five_thousand_rows_is_searched_in_seconds():
    heading = ["ที่", "ชื่อ-สกุล", "บ้านเลขที่", "หมู่ที่", "โทรศัพท์", "จำนวนเงิน"]
    row = ["1", "นางแก้ว ตัวอย่างเมตตา", "12/3", "4", "081-234-5678", "800.00"]
    before = time.process_time()
    found = find_in_table([heading, *[row] * 5_000])
    assert time.process_time() - before < 6
    assert len(found) == 3 * 5_000
    assert {(entry.column, entry.found.kind) for entry in found} == {
        (1, "person-name"), (2, "house-address"), (4, "mobile-phone"),
    }  # fmt: skip


def test_a_name_of_three_hundred_letters_breaks_nothing():
    name = "นาย" + "ก" * 300
    assert find_before_publishing(f"1. {name} {'ข' * 300}\n2. {name} {'ข' * 300}") == []
    assert mask_before_publishing(f"ผู้ร้อง {name} โทร 0812345678").endswith("xxxxxxxx78")


@pytest.mark.parametrize("year", available_years())
def test_the_model_pages_of_a_year_raise_no_alarm(year):
    for page in pages_of(load_framework(year)):
        for section in page.sections:
            text = "\n".join((section.heading, *section.text))
            assert find_before_publishing(text) == [], page.code
            table = [section.table.columns, *section.table.rows] if section.table else []
            assert find_in_table(table) == [], page.code


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("ผู้ร้องโทร 0812345678 อยู่บ้านเลขที่ 1 หมู่ 2", ["mobile-phone", "house-address"]),
        ("เลขบัญชี 1234567890 โทร 0812345678", ["bank-account", "mobile-phone"]),
        ("บัญชี 0812345678", ["bank-account"]),
        ("นายต้น ตัวอย่างไกล โทร 0812345678", ["person-name", "mobile-phone"]),
        ("นายต้น ตัวอย่างไกล โทร 0-0000-1101", []),
        ("ปลัด อบต. นายธีรวัฒน์ ตัวอย่างกิจ โทร 0812345678", ["mobile-phone"]),
        ("เลขประจำตัวผู้เสียภาษี 0100000000018", []),
        ("เลขประจำตัวประชาชน 0100000000018", ["citizen-id"]),
    ],
)
def test_what_stands_beside_tells_what_a_number_or_a_name_is(text, kinds):
    assert [entry.kind for entry in find_before_publishing(text)] == kinds


@pytest.mark.parametrize(
    "written", ["เลขที่ 99 หมู่ที่ 1", "เลขที่ ๙๙ ม.๑ ต.หนองกระจ่าง", "บ้านเลขที่ 99 หมู่ 1", "99 หมู่ 1 ต.หนองกระจ่าง"]
)
def test_the_address_of_the_office_is_known_however_it_is_written(written):
    allowed = Allowed(addresses=frozenset({"เลขที่ 99 หมู่ที่ 1 ตำบลหนองกระจ่าง"}))
    assert find_before_publishing(written, allowed) == []
    assert find_before_publishing(written.replace("99", "98").replace("๙๙", "๙๘"), allowed) != []


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("somchai@GMAIL.com", True),
        ("somchai@nongkrachang.example", False),
        ("somchai@gmail.com.example", False),
        ("@gmail.com", False),
        ("somchai@mygmail.com", False),
    ],
)
def test_only_addresses_at_free_providers_are_private(address, found):
    assert bool(find_before_publishing(f"ติดต่อ {address} ได้")) is found
