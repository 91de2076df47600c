import pytest

from prongsai.ita.analysis import place_in_words, value_in_words


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("measures[4].results", "มาตรการแถวที่ 5 ช่องผลการดำเนินงาน"),
        ("measures[0].questions[1]", "มาตรการแถวที่ 1 ช่องข้อคำถาม"),
        ("score_sheets[1].overall", "ตารางคะแนนที่ 2 ช่องคะแนนภาพรวม"),
        ("changes[1].stated", "การเปลี่ยนแปลงรายการที่ 2"),
        ("agency.name", "ส่วนหัวของเอกสาร"),
        ("text", "ทั้งเอกสาร"),
        ("somewhere[2]", "somewhere[2]"),
        ("", ""),
    ],
)
def test_a_place_is_said_as_a_person_looks_for_it(where, said):
    assert place_in_words(where) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [("2024-10-31", "31 ตุลาคม 2567"), ("2024-13-31", "2024-13-31"), ("88.75", "88.75"), ("I8", "I8"), ("", "")],
)
def test_a_day_that_was_found_is_said_in_thai_and_anything_else_stays(value, said):
    assert value_in_words(value) == said
