"""Each rule of a catalogue file: what breaks it, and the line that is named."""

from collections.abc import Callable
from typing import Any

import pytest

from ita.catalogue.strategies import small
from prongsai.ita.catalogue import CatalogueError, Framework, check_framework, from_yaml, to_yaml

Spoil = Callable[[dict[str, Any]], Any]


def spoilt(change: Spoil) -> str:
    """Give the text of the small year after a change that its form still allows."""
    data = small()
    change(data)
    return to_yaml(Framework.model_validate(data))


def put(*path: Any, value: Any) -> Spoil:
    def change(data: Any) -> None:
        for part in path[:-1]:
            data = data[part]
        data[path[-1]] = value

    return change


def again(group: str) -> Spoil:
    return lambda data: data[group].append(data[group][0])


BROKEN: list[tuple[str, str, Spoil]] = [
    ("WEIGHTS", "values:", put("weights", "values", "OIT", value=41)),
    ("WEIGHTS", "values:", put("weights", "values", value={"IIT": 50, "EIT": 50})),
    ("POINTS", "points: [0, 50, 100]", put("scales", "yesno", "points", value=[0, 50, 100])),
    ("POINTS", "points: []", put("scales", "yesno", value={"answers": [], "points": []})),
    ("TWICE", "- number: 1", again("indicators")),
    ("TWICE", "- code: '9.1'", again("sub_indicators")),
    ("TWICE", "- code: I1", again("questions")),
    ("TWICE", "- code: O1", again("items")),
    ("TWICE", "- number: 1", again("issues")),
    ("TWICE", "questions: [I1, I1]", put("issues", 0, "questions", value=["I1", "I1"])),
    ("INDICATOR", "indicator: 7", put("questions", 0, "indicator", value=7)),
    ("INSTRUMENT", "indicator: 9", put("questions", 0, "indicator", value=9)),
    ("INSTRUMENT", "indicator: 1", put("items", 0, "indicator", value=1)),
    ("SUB-INDICATOR", "sub_indicator: '9.2'", put("items", 0, "sub_indicator", value="9.2")),
    ("SUB-INDICATOR", "indicator: 1", put("sub_indicators", 0, "indicator", value=1)),
    ("SCALE", "scale: level5", put("questions", 0, "scale", value="level5")),
    ("SCALE", "scale: level5", put("items", 1, "scale", value="level5")),
    ("ISSUE", "items: [O9]", put("issues", 0, "items", value=["O9"])),
    ("ISSUE", "questions: [E1]", put("issues", 0, "questions", value=["E1"])),
    ("MEASURES", "plan_item: O3", put("measures_documents", "plan_item", value="O3")),
    ("MEASURES", "report_item: O1", put("measures_documents", "report_item", value="O1")),
    ("LEVELS", "overall_max: 84.98", put("ratings", "levels", 2, "overall_max", value="84.98")),
    ("LEVELS", "overall_max: 85", put("ratings", "levels", 2, "overall_max", value="85.00")),
    ("LEVELS", "levels:", put("ratings", "levels", 2, "overall_min", value=1)),
    ("LEVELS", "levels:", put("ratings", "levels", 2, "name", value="ผ่าน")),
    ("LEVELS", "levels:", lambda data: data["ratings"]["levels"].pop()),
    ("LEVELS", "components: [IIT, IIT]", put("ratings", "levels", 0, "components", value=["IIT", "IIT"])),
    ("LEVELS", "- name: ดีมาก", put("ratings", "levels", 0, "components", value=[])),
    ("SOURCE", "source: [B]", put("questions", 0, "source", value=["B"])),
    ("CONFIDENCE", "confidence: medium", put("questions", 0, "source", value=[])),
    ("TOPIC", "topic: no-such-topic", put("questions", 0, "topic", value="no-such-topic")),
    ("TOPIC", "topic: no-such-topic", put("items", 1, "topic", value="no-such-topic")),
    ("DATES", "end: 2056-07-31", put("calendar", 0, "end", value="2056-07-31")),
    ("DATES", "start: 2050-08-01", put("calendar", 0, "start", value="2050-08-01")),
    ("YEAR", "analysed_result_year: 2590", put("measures_documents", "analysed_result_year", value=2590)),
    ("YEAR", "drafted_from: 2599", put("drafted_from", value=2599)),
]


def test_the_small_year_keeps_every_rule() -> None:
    assert check_framework(Framework.model_validate(small()), topics=()) == []


@pytest.mark.parametrize(("rule", "line", "change"), BROKEN, ids=[f"{rule} {line}" for rule, line, _ in BROKEN])
def test_a_broken_rule_is_named_with_file_and_line(rule: str, line: str, change: Spoil) -> None:
    text = spoilt(change)
    with pytest.raises(CatalogueError) as caught:
        from_yaml(text, "2599.yaml")
    problem = next(problem for problem in caught.value.problems if problem.rule == rule)
    assert problem.place.file == "2599.yaml"
    assert problem.place.row is not None
    assert text.splitlines()[problem.place.row - 1].strip() == line
    assert "2599.yaml บรรทัด" in str(caught.value)


def test_all_problems_of_a_file_are_told_at_once_in_the_order_of_its_lines() -> None:
    def change(data: dict[str, Any]) -> None:
        data["questions"][0]["scale"] = "level5"
        data["weights"]["values"]["IIT"] = 31

    with pytest.raises(CatalogueError) as caught:
        from_yaml(spoilt(change))
    assert [problem.rule for problem in caught.value.problems] == ["WEIGHTS", "SCALE"]
    assert "มีอีก 1 แห่ง" in str(caught.value)


def test_levels_may_be_left_open() -> None:
    data = small() | {"ratings": {}}
    assert check_framework(Framework.model_validate(data)) == []


def test_a_level_with_a_condition_may_begin_higher_than_the_level_below_it() -> None:
    text = spoilt(put("ratings", "levels", 0, "overall_min", value=90))
    assert from_yaml(text).ratings.levels[0].overall_min == 90


def test_levels_with_conditions_stand_from_the_hardest_to_the_easiest() -> None:
    def change(data: dict[str, Any]) -> None:
        harder = data["ratings"]["levels"][0] | {"name": "ดีเยี่ยม", "overall_min": 95, "component_min": 95}
        data["ratings"]["levels"].insert(1, harder)

    with pytest.raises(CatalogueError, match="LEVELS"):
        from_yaml(spoilt(change))
