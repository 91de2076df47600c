"""Reading a list: whatever stands in it, each row is whole or says what is wrong and where."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.ita.reading.row_lists import ListRow, RowList
from prongsai.ita.thai import Refused
from prongsai.registers.placements.models import Kind, Topic
from prongsai.registers.placements.sheet import COLUMNS, KIND_WORDS, MOST_ROWS, TOPIC_WORDS, Listed, read_listed

TODAY = date(2025, 3, 17)
HEAD = ListRow(1, tuple(words[0] for words in COLUMNS.values()), "แผ่น")
GOOD = {"title": "ป้าย", "kind": "ป้าย", "place": "ศาลา", "since": "1 ธันวาคม 2567"}


def listed(*rows: dict[str, str]) -> list[Listed]:
    """Read rows given by the names of their columns."""
    below = [ListRow(n, tuple(row.get(name, "") for name in COLUMNS), "แผ่น") for n, row in enumerate(rows, 2)]
    return read_listed(RowList(((HEAD, *below),)), TODAY)


TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["=1+1", "๑ ธ.ค. ๒๕๖๗", "31/2/2568", "1/12/67", "ไม่มี", "-", "ป้าย", "\x00", "ก" * 400, " "]),
)


@settings(max_examples=150, deadline=None)
@given(row=st.fixed_dictionaries(dict.fromkeys(COLUMNS, TEXTS)))
def test_a_row_is_whole_or_says_what_is_wrong(row):
    try:
        (found,) = listed(row)
    except Refused as refused:
        assert refused.rule == "EMPTY"
        return
    if not found.faults:
        assert found.title.strip()
        assert found.place.strip()
        assert found.since is not None
        assert found.since <= TODAY
        assert len(found.title) <= 300
    assert found.kind in Kind.values
    assert found.topic in ("", *Topic.values)
    assert all(fault.message and fault.rule for fault in (*found.faults, *found.doubts))
    assert found.place_in_file == "แผ่นงาน แผ่น บรรทัด 2"


@settings(max_examples=50, deadline=None)
@given(row=st.fixed_dictionaries(dict.fromkeys(COLUMNS, TEXTS)))
def test_what_was_read_is_kept_as_it_was_read(row):
    try:
        (found,) = listed(row)
    except Refused:
        return
    assert Listed.of_json(found.as_json()) == found


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("topic", list(Topic))
def test_the_words_of_the_register_are_read_back(kind, topic):
    (found,) = listed(GOOD | {"kind": KIND_WORDS[kind], "topic": TOPIC_WORDS[topic]})
    assert (found.kind, found.topic, found.doubts) == (kind, topic, ())


@pytest.mark.parametrize(
    ("said", "meant"), [("1 ธ.ค. 2567", 1), ("๑ ธันวาคม ๒๕๖๗", 1), ("2024-12-01", 1), ("01/12/2567", 1)]
)
def test_days_are_read_as_people_type_them(said, meant):
    (found,) = listed(GOOD | {"since": said})
    assert found.since == date(2024, 12, meant)


def test_a_year_of_two_digits_is_asked_about_with_what_stands_there():
    (found,) = listed(GOOD | {"since": "1 ธ.ค. 67"})
    assert [(doubt.rule, doubt.column, doubt.value) for doubt in found.doubts] == [
        ("YEAR", COLUMNS["since"][0], "1 ธ.ค. 67")
    ]


def test_other_words_head_the_columns_too_and_in_another_order():
    head = ListRow(3, ("หมู่บ้าน", "จุดติดตั้ง", "ตั้งแต่วันที่", "ชื่อสื่อ", "งบประมาณ"), None)
    title = ListRow(1, ("ทะเบียนป้าย อบต.",), None)
    row = ListRow(4, ("หมู่ที่ 2", "หน้าวัด", "1 ธันวาคม 2567", "ป้ายงดขยะ", "500"), None)
    (found,) = read_listed(RowList(((title, head, row),)), TODAY)
    assert (found.area, found.place, found.title, found.unit) == ("หมู่ที่ 2", "หน้าวัด", "ป้ายงดขยะ", "")


def test_a_list_without_rows_and_one_with_too_many_are_refused():
    with pytest.raises(Refused) as refused:
        listed()
    assert refused.value.rule == "EMPTY"
    with pytest.raises(Refused) as refused:
        listed(*[GOOD] * (MOST_ROWS + 1))
    assert refused.value.rule == "SIZE"


def test_all_sheets_with_a_heading_are_read():
    row = ListRow(2, tuple(GOOD.get(name, "") for name in COLUMNS), "แผ่น")
    other = (ListRow(1, ("คำอธิบาย",), "อื่น"),)
    assert len(read_listed(RowList(((HEAD, row), other, (HEAD, row))), TODAY)) == 2
