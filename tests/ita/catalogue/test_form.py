"""The form of a catalogue file: fields, codes, numbers and texts, told in Thai with their line."""

import pytest
from pydantic import ValidationError

from ita.catalogue.strategies import small
from prongsai.ita.catalogue import CatalogueError, Framework, from_yaml, to_yaml
from prongsai.ita.catalogue.model import PassMark, Source

GOOD = to_yaml(Framework.model_validate(small()))

BAD_FORM = [
    ("MISSING", "title: กรอบสมมุติ 2599\n", ""),
    ("FIELD", "weights:\n", "weights:\n  sum: 100\n"),
    ("CHOICE", "instrument: IIT", "instrument: XIT"),
    ("CHOICE", "schema: prongsai.catalogue/1", "schema: prongsai.catalogue/9"),
    ("CHOICE", "components: [IIT]", "components: [EIT3]"),
    ("CODE", "code: I1", "code: i1"),
    ("CODE", "code: O2", "code: O02"),
    ("CODE", "source: [A]", "source: [ก]"),
    ("NUMBER", "IIT: 30", "IIT: '1e2'"),
    ("NUMBER", "IIT: 30", "IIT: 1e2"),
    ("NUMBER", "IIT: 30", "IIT: true"),
    ("NUMBER", "IIT: 30", "IIT: สามสิบ"),
    ("RANGE", "points: [0, 100]", "points: [0, 101]"),
    ("RANGE", "year: 2599", "year: 2023"),
    ("SCALE", "IIT: 30", "IIT: 30.1234567"),
    ("TEXT", "text: รู้หน้าที่", "text: ''"),
    ("TEXT", "text: รู้หน้าที่", "text: '" + "ก" * 1001 + "'"),
    ("TEXT", "text: รู้หน้าที่", "text: ก่่่่"),
    ("DATE", "start: 2056-08-01", "start: วันแรก"),
    ("TYPE", "code: '9.1'", "code: 9.1"),
    ("TYPE", "items:\n", "items: 5\nx:\n"),
]


@pytest.mark.parametrize(("rule", "good", "bad"), BAD_FORM)
def test_bad_form_is_named_with_its_line(rule: str, good: str, bad: str) -> None:
    assert good in GOOD
    text = GOOD.replace(good, bad, 1)
    with pytest.raises(CatalogueError) as caught:
        from_yaml(text, "2599.yaml")
    assert rule in {problem.rule for problem in caught.value.problems}
    assert caught.value.place.file == "2599.yaml"
    assert caught.value.place.row is not None


def test_an_empty_list_does_not_pass_for_what_is_not_known() -> None:
    text = GOOD.replace("  title: มาตรการ\n", "  title: มาตรการ\n  elements:\n    values: []\n")
    with pytest.raises(CatalogueError, match="EMPTY"):
        from_yaml(text)


def test_the_line_named_is_the_line_of_the_value() -> None:
    text = GOOD.replace("code: O2", "code: X2")
    with pytest.raises(CatalogueError) as caught:
        from_yaml(text)
    row = caught.value.place.row
    assert row is not None
    assert "X2" in text.splitlines()[row - 1]


def test_texts_and_numbers_have_one_spelling() -> None:
    assert Source(title="  เเผน\u200bงาน  ปี ", kind="ก").title == "แผนงาน ปี"
    assert str(PassMark(overall="85.00").overall) == "85"  # type: ignore[arg-type]
    assert str(PassMark(overall="84.990").overall) == "84.99"  # type: ignore[arg-type]


def test_a_record_cannot_be_changed_nor_grow() -> None:
    mark = PassMark(overall=85)  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        mark.overall = None
    with pytest.raises(ValidationError):
        PassMark(least=1)  # type: ignore[call-arg]
