"""What differs between two frameworks, in words."""

from typing import Any

from ita.catalogue.strategies import small
from prongsai.ita.catalogue import Framework, diff, load_framework


def changed(**changes: Any) -> Framework:
    return Framework.model_validate(small() | changes)


SMALL = Framework.model_validate(small())


def test_a_framework_does_not_differ_from_itself() -> None:
    assert diff(SMALL, SMALL) == []
    assert diff(load_framework(2566), load_framework(2566)) == []


def test_a_changed_value_is_told_with_its_way_and_both_sides() -> None:
    items = small()["items"]
    items[0]["title"] = "มาตรการใหม่"
    (found,) = diff(SMALL, changed(items=items))
    assert found.path == "items.O1.title"
    assert str(found) == "ข้อ OIT O1 › ชื่อ: มาตรการ → มาตรการใหม่"


def test_what_becomes_open_is_told_as_not_stated() -> None:
    (found,) = diff(SMALL, changed(weights={"values": None, "confidence": "medium", "source": ["A"]}))[:1]
    assert str(found) == "น้ำหนัก (ร้อยละ) › ค่า › IIT: 30 → ไม่ระบุ"
    assert found.after is None


def test_an_entry_of_one_side_alone_is_one_difference() -> None:
    extra = {"code": "O3", "indicator": 9, "title": "ข้อใหม่"}
    (found,) = diff(SMALL, changed(items=[*small()["items"], extra]))
    assert (found.path, found.before, found.after) == ("items.O3", None, "ข้อใหม่")
    (found,) = diff(changed(items=[*small()["items"], extra]), SMALL)
    assert (found.before, found.after) == ("ข้อใหม่", None)


def test_moving_an_entry_is_no_difference() -> None:
    assert diff(SMALL, changed(items=small()["items"][::-1])) == []


def test_lists_dates_and_choices_are_told_in_thai() -> None:
    calendar = [{"name": "ประกาศผล", "start": "2056-08-01", "end": "2056-08-03"}]
    levels = small()["ratings"]["levels"]
    levels[0]["components"] = ["IIT", "OIT"]
    weights = small()["weights"] | {"confidence": "low"}
    found = diff(SMALL, changed(calendar=calendar, ratings={"levels": levels}, weights=weights))
    assert [str(difference) for difference in found] == [
        "น้ำหนัก (ร้อยละ) › ความเชื่อมั่น: ปานกลาง → ต่ำ",
        "ระดับผล ดีมาก › ส่วนที่ต้องถึง: IIT → IIT / OIT",
        "ปฏิทิน ประกาศผล › วันสิ้นสุด: 2 สิงหาคม 2599 → 3 สิงหาคม 2599",
    ]


def test_two_windows_of_one_name_are_told_apart() -> None:
    twice = [small()["calendar"][0], {"name": "ประกาศผล", "start": "2056-08-09"}]
    (found,) = diff(SMALL, changed(calendar=twice))
    assert found.path == "calendar.ประกาศผล (2)"


def test_open_points_are_compared_as_a_set() -> None:
    a, b = changed(open_points=["ก", "ข"]), changed(open_points=["ข", "ค"])
    assert [(d.before, d.after) for d in diff(a, b)] == [("ก", None), (None, "ค")]


def test_a_framework_without_known_names_still_tells_what_is_new() -> None:
    bare = {"code": "I2", "indicator": 1}
    (found,) = diff(SMALL, changed(questions=[*small()["questions"], bare]))
    assert found.after == "มี"
