"""Crosswalks: every code is accounted for once, and only *same* leads from year to year."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from prongsai.ita.catalogue import CatalogueError, available_crosswalks, follow_same, load_crosswalk, load_framework
from prongsai.ita.catalogue.files import DATA

PAIRS = tuple((year, year + 1) for year in range(2563, 2569))


def test_a_crosswalk_stands_between_any_two_neighbouring_years() -> None:
    assert available_crosswalks() == PAIRS


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_every_packaged_crosswalk_accounts_for_every_item(before: int, after: int) -> None:
    crosswalk = load_crosswalk(before, after)
    assert all(crosswalk.follow(item.code) for item in load_framework(before).items)
    assert all(crosswalk.follow_back(item.code) for item in load_framework(after).items)


@pytest.mark.parametrize(
    ("pair", "code", "kind", "to"),
    [
        ((2564, 2565), "O34", "changed", ("O34",)),
        ((2565, 2566), "O10", "merged", ("O11",)),
        ((2565, 2566), "O18", "merged", ("O11",)),
        ((2565, 2566), "O32", "dropped", ()),
        ((2565, 2566), "O13", "same", ("O14",)),
        ((2566, 2567), "O6", "dropped", ()),
        ((2566, 2567), "O38", "same", ("O33",)),
        ((2567, 2568), "O3", "merged", ("O1",)),
        ((2567, 2568), "O28", "dropped", ()),
        ((2568, 2569), "O11", "dropped", ()),
        ((2568, 2569), "O12", "changed", ("O11",)),
        ((2568, 2569), "O22", "merged", ("O20",)),
        ((2568, 2569), "O27", "changed", ("O25",)),
        ((2568, 2569), "O28", "same", ("O26",)),
    ],
)
def test_what_became_of_an_item(pair: tuple[int, int], code: str, kind: str, to: tuple[str, ...]) -> None:
    relation = load_crosswalk(*pair).follow(code)
    assert relation is not None
    assert (relation.relation, relation.to) == (kind, to)


def test_new_items_come_from_nothing() -> None:
    relation = load_crosswalk(2566, 2567).follow_back("O29")
    assert relation is not None
    assert (relation.relation, relation.from_) == ("new", ())


def test_a_guess_is_never_sure() -> None:
    for pair in ((2565, 2566), (2566, 2567), (2567, 2568)):
        assert not any(relation.confirmed for relation in load_crosswalk(*pair).items.relations)


@pytest.mark.parametrize(
    ("code", "years", "found"),
    [
        ("4", (2563, 2569), "4"),
        ("4", (2569, 2563), "4"),
        ("O4", (2563, 2566), "O4"),
        ("O4", (2563, 2569), "O5"),
        ("O5", (2569, 2563), "O4"),
        ("O1", (2566, 2568), None),
        ("O25", (2569, 2568), None),
        ("O42", (2566, 2566), "O42"),
        ("I5", (2563, 2564), "I5"),
        ("I5", (2564, 2565), None),
        ("I13", (2565, 2566), None),
        ("E9", (2563, 2564), None),
        ("O4", (2569, 2570), None),
        ("O99", (2563, 2564), None),
    ],
)
def test_a_line_leads_only_through_equal_meaning(code: str, years: tuple[int, int], found: str | None) -> None:
    assert follow_same(code, *years) == found


@pytest.mark.parametrize("pair", [(2566, 2567), (2567, 2568), (2568, 2569), (2564, 2565)])
def test_where_no_question_is_known_no_line_is_drawn(pair: tuple[int, int]) -> None:
    questions = load_crosswalk(*pair).questions
    assert not questions.established
    assert questions.note
    assert load_crosswalk(*pair).follow("I1") is None


Change = Callable[[dict[str, Any]], Any]


def spoilt(tmp_path: Path, change: Change) -> None:
    data = yaml.safe_load((DATA / "crosswalk-2568-2569.yaml").read_text(encoding="utf-8"))
    change(data)
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    (tmp_path / "crosswalk-2568-2569.yaml").write_text(text, encoding="utf-8")


def relation(data: dict[str, Any], code: str) -> dict[str, Any]:
    return next(entry for entry in data["items"]["relations"] if code in entry.get("from", []))


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("LEFT-OUT", lambda data: data["items"]["relations"].pop(0)),
        ("LEFT-OUT", lambda data: data["indicators"]["relations"].pop()),
        ("TWICE", lambda data: data["items"]["relations"].append(deepcopy(data["items"]["relations"][0]))),
        ("TWICE", lambda data: data["items"].update(open_from=["O1"])),
        ("CODE", lambda data: relation(data, "O2").update(to=["O77"])),
        ("CODE", lambda data: relation(data, "O2").update(**{"from": ["O2", "X1"]})),
        ("SHAPE", lambda data: relation(data, "O11").update(relation="same")),
        ("SHAPE", lambda data: relation(data, "O21").update(relation="split")),
        ("CHOICE", lambda data: relation(data, "O2").update(relation="equal")),
        ("GUESS", lambda data: relation(data, "O25").update(confidence="medium")),
        ("SOURCE", lambda data: relation(data, "O2").update(source=["ZZ"])),
        ("CONFIDENCE", lambda data: relation(data, "O2").update(source=[])),
        ("ESTABLISHED", lambda data: data["questions"].update(open_to=["I1"])),
        ("YEAR", lambda data: data.update(to_year=2570)),
    ],
)
def test_a_bad_crosswalk_stops_with_its_rule(tmp_path: Path, rule: str, change: Change) -> None:
    spoilt(tmp_path, change)
    with pytest.raises(CatalogueError) as caught:
        load_crosswalk(2568, 2569, tmp_path)
    assert rule in {problem.rule for problem in caught.value.problems}
    assert caught.value.place.file == "crosswalk-2568-2569.yaml"
    assert caught.value.place.row is not None


def test_a_missing_crosswalk_is_said() -> None:
    with pytest.raises(CatalogueError, match="CROSSWALK-FILE"):
        load_crosswalk(2563, 2569)


def test_a_crosswalk_may_leap_over_a_year(tmp_path: Path) -> None:
    data = yaml.safe_load((DATA / "crosswalk-2563-2564.yaml").read_text(encoding="utf-8"))
    data.update(to_year=2565)
    (tmp_path / "crosswalk-2563-2565.yaml").write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    assert load_crosswalk(2563, 2565, tmp_path).same("O1") == "O1"
