"""Labels of places: whole, with a code that leads to the page, ten on a sheet."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from prongsai.ita.writing.place_labels import PlaceLabel, write_place_labels

DAY, OFFICE = date(2025, 3, 17), "องค์การบริหารส่วนตำบลหนองกระจ่าง"


def words_and_pictures(content: bytes) -> list[tuple[str, int]]:
    """Give of each page its text without blanks and the number of paths that squares are made of."""
    with pypdfium2.PdfDocument(content) as paper:
        return [
            (
                page.get_textpage().get_text_range().replace(" ", "").replace("\r\n", ""),
                sum(1 for _ in page.get_objects()),
            )
            for page in paper
        ]


def labels(count: int, *, address: str = "https://office.example/places/1/") -> list[PlaceLabel]:
    return [PlaceLabel(f"ศาลาอเนกประสงค์ {n}", f"หมู่ที่ {n}", address) for n in range(1, count + 1)]


def test_ten_stand_on_a_sheet_and_the_eleventh_begins_another():
    assert len(words_and_pictures(write_place_labels(labels(10), OFFICE, DAY))) == 1
    assert len(words_and_pictures(write_place_labels(labels(11), OFFICE, DAY))) == 2


def test_a_label_says_place_and_village_in_thai_numerals_and_what_the_code_is_for():
    ((text, _),) = words_and_pictures(write_place_labels(labels(2), OFFICE, DAY, footer="ตัวอย่าง"))
    for words in (OFFICE, "ตัวอย่าง", "ศาลาอเนกประสงค์๒", "หมู่ที่๑", "สแกน"):
        assert words in text


def test_without_an_address_there_is_no_code_and_nothing_said_of_one():
    ((text, with_none),) = words_and_pictures(write_place_labels(labels(1, address=""), OFFICE, DAY))
    assert "สแกน" not in text
    ((_, with_code),) = words_and_pictures(write_place_labels(labels(1), OFFICE, DAY))
    assert with_none < with_code


def test_a_long_name_makes_its_label_taller_and_loses_nothing():
    name = "ศาลาอเนกประสงค์ประจำหมู่บ้านข้างวัดใกล้โรงเรียน " * 8
    found = words_and_pictures(write_place_labels([PlaceLabel(name, "หมู่ที่ 1", "https://a.example")], OFFICE, DAY))
    assert "".join(text for text, _ in found).count("ข้างวัดใกล้โรงเรียน") == 8


def test_an_address_that_no_code_can_hold_is_refused():
    with pytest.raises(ValueError, match="address"):
        write_place_labels([PlaceLabel("ศาลา", "", "https://a.example/" + "a" * 500)], OFFICE, DAY)


def test_the_same_labels_are_the_same_bytes():
    assert write_place_labels(labels(3), OFFICE, DAY) == write_place_labels(labels(3), OFFICE, DAY)
