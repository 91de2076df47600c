"""Files spoilt at random: read as another framework or refused with a place, but never a crash and never silence."""

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita.catalogue.test_workbook import ROWS, workbook_of
from prongsai.ita.catalogue import CatalogueError, Framework, from_yaml, load_framework, to_yaml
from prongsai.ita.catalogue.workbook import read_workbook

LINES = to_yaml(load_framework(2567)).splitlines()
SHEETS = [name for name in ROWS if name not in ("คำแนะนำ", "เรื่อง")]
scraps = st.sampled_from(
    [
        "",
        "null",
        "- x",
        "code: O1",
        "number: 1",
        "  x: y",
        "\t",
        "1e2",
        "[",
        "{",
        "'",
        "O99",
        "high",
        "!x",
        "*a",
        "- - -",
    ]
)
cells = st.one_of(
    st.none(),
    st.booleans(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(date(1901, 1, 1), date(2200, 1, 1)),
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=20),
    st.sampled_from(["O1", "9.1", "สูง", "A", "1 มกราคม 2599", "๑๐๐", "-", "ไม่มี", "IIT\nOIT", "=1", "x" * 1500]),
)


def framework_or_refusal(read: Any) -> None:
    try:
        assert isinstance(read(), Framework)
    except CatalogueError as error:
        for problem in error.problems:
            assert problem.rule.isupper()
            assert problem.place.file is not None
            assert problem.message


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(LINES) - 1), scraps, st.sampled_from(["replace", "insert", "append", "cut"]))
def test_a_spoilt_line_of_yaml_is_read_or_refused(number: int, scrap: str, how: str) -> None:
    lines = list(LINES)
    if how == "replace":
        lines[number] = scrap
    elif how == "insert":
        lines.insert(number, scrap)
    elif how == "append":
        lines[number] += scrap
    else:
        del lines[number:]
    framework_or_refusal(lambda: from_yaml("\n".join(lines), "2567.yaml"))


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_a_spoilt_cell_of_a_workbook_is_read_or_refused(data: st.DataObject) -> None:
    rows = {name: [list(line) for line in lines] for name, lines in ROWS.items()}
    sheet = rows[data.draw(st.sampled_from(SHEETS))]
    line = sheet[data.draw(st.integers(0, len(sheet) - 1))]
    line[data.draw(st.integers(0, len(line) - 1))] = data.draw(cells)
    framework_or_refusal(lambda: read_workbook(workbook_of(rows), "งาน.xlsx"))


@pytest.mark.parametrize("sheet", ["ข้อมูลปี", "ตัวชี้วัด", "ตัวชี้วัดย่อย", "ข้อ OIT", "มาตราคำตอบ", "แหล่งที่มา"])
def test_a_sheet_cut_after_its_heading_is_never_taken_for_the_whole(sheet: str) -> None:
    rows = dict(ROWS) | {sheet: ROWS[sheet][:1]}
    with pytest.raises(CatalogueError):
        read_workbook(workbook_of(rows), "งาน.xlsx")


def test_a_time_of_day_in_a_date_cell_does_not_matter() -> None:
    rows = {name: [list(line) for line in lines] for name, lines in ROWS.items()}
    rows["ปฏิทิน"][1][1] = datetime(2056, 8, 1, 9, 30)
    assert read_workbook(workbook_of(rows), "งาน.xlsx").calendar[0].start == date(2056, 8, 1)
