import json

import pytest
from invented import SCORES_2567, results_text


@pytest.fixture
def typed(tmp_path):
    """The result of 2567 as a typed sheet, o33 lost and both parts of the EIT known."""
    sheet = {
        "overall": 88.75,
        "instruments": {"EIT1": 90.02, "EIT2": 84.58},
        "indicators": [{"number": n, "score": float(score)} for n, score in enumerate(SCORES_2567, 1)],
        "items": {"O33": 0},
    }
    path = tmp_path / "scores.json"
    path.write_text(json.dumps(sheet), encoding="utf-8")
    return path


def changed(route):
    return {move["code"]: move["change"] for move in route["result"]["changes"]}


def test_winning_back_one_item_is_priced(run, typed):
    found = run("simulate", typed, "--year", 2567, "--set", "O33=100", "--json").json
    assert (found["year"], found["estimate"], found["reach"]) == (2567, True, None)
    assert found["what_if"]["overall"] == {
        "kind": "overall", "code": "overall", "name": None, "before": 88.748, "after": 91.248, "change": 2.5
    }  # fmt: skip
    assert found["what_if"]["level_after"]["level"] == "ผ่าน"


def test_every_indicator_at_85_names_the_two_that_lack(run, paper):
    found = run("simulate", paper(results_text(2567)), "--goal", 85, "--of", "indicators", "--json").json
    assert found["what_if"] is None
    assert changed(found["reach"]["smallest"]) == changed(found["reach"]["cheapest"]) == {"4": 6.84, "8": 1.38}


def test_the_answer_is_told_to_a_person_as_an_internal_estimate(run, typed):
    out = run("simulate", typed, "--year", 2567, "--set", "o๓๓=๑๐๐", "--goal", 85).out
    assert "ประมาณการภายใน ปีงบประมาณ พ.ศ. 2567" in out
    assert "คะแนนภาพรวม 88.75 → 91.25 (+2.50)" in out
    assert "+6.84" in out
    assert "+1.38" in out
    assert "ข้อ O33" in out
    assert "ยังไม่ยืนยัน" in out


def test_without_any_wish_the_pass_mark_of_the_year_is_sought(run, paper):
    found = run("simulate", paper(results_text(2567)), "--json").json
    assert {gap["goal"] for gap in found["reach"]["gaps"]} == {85}
    assert len(found["reach"]["gaps"]) == 14


def test_a_year_without_a_pass_mark_asks_for_the_goal(run, paper):
    path = paper("IIT\t80\nEIT\t90\nOIT\t90\n", "scores.tsv")
    ran = run("simulate", path, "--year", 2569)
    assert ran.code == 3
    assert "--goal" in ran.err
    found = run("simulate", path, "--year", 2569, "--goal", 85, "--of", "IIT", "--json").json
    assert changed(found["reach"]["smallest"]) == {"IIT": 5}
    assert found["reach"]["smallest"]["result"]["unconfirmed"]


def test_a_level_can_be_the_goal(run, typed):
    out = run("simulate", typed, "--year", 2567, "--level", "ผ่านดี").out
    assert "EIT2 84.58 ต้องเพิ่มอีก 0.42" in out


def test_two_ways_and_the_easiest_are_told_apart(run, typed):
    out = run(
        "--lang", "en", "simulate", typed, "--year", 2567, "--goal", 95, "--of", "overall", "--effort", "O33=10"
    ).out
    assert "Fewest places: 4 places, 143.42 points" in out
    assert "Fewest points: 67.05 points in 6 places" in out
    assert "Least effort: 6 in 6 places" in out


def test_a_goal_that_is_met_is_said_to_be_met(run, typed):
    assert "ถึงเป้าหมายแล้ว" in run("simulate", typed, "--year", 2567, "--goal", 85, "--of", "overall").out


def test_scores_of_today_can_be_told(run, paper):
    path = paper(results_text(2567))
    ran = run("simulate", path, "--set", "O33=100")
    assert ran.code == 3
    assert "[UNKNOWN]" in ran.err
    found = run("simulate", path, "--known", "O33=0", "--set", "O33=100", "--json").json
    assert found["what_if"]["overall"]["change"] == 2.5


def test_a_file_with_several_years_answers_for_the_newest_or_the_one_asked_for(run, paper):
    older = tuple(f"{float(score) - 1:.2f}" for score in SCORES_2567)
    header = "ตัวชี้วัดที่\tรายละเอียดตัวชี้วัด\tคะแนน ปี 2566\tคะแนน ปี 2567"
    lines = results_text(2567).splitlines()
    rows = [line.rpartition("\t") for line in lines[4:14]]
    both = [f"{head}\t{old}\t{new}" for (head, _, new), old in zip(rows, older, strict=True)]
    path = paper("\n".join([*lines[:3], header, *both, ""]))
    assert run("simulate", path, "--json").json["year"] == 2567
    assert run("simulate", path, "--year", 2566, "--json").json["year"] == 2566


@pytest.mark.parametrize(
    ("wish", "rule"),
    [
        (["--set", "O33"], "PAIR"),
        (["--set", "=85"], "PAIR"),
        (["--set", "4=85", "--set", "4=86"], "DUPLICATE"),
        (["--set", "4=abc"], "NUMBER"),
        (["--set", "4=-"], "NUMBER"),
        (["--set", "4=101"], "RANGE"),
        (["--known", "O99=0"], "ITEM"),
        (["--goal", "101"], "RANGE"),
        (["--level", "AA"], "LEVEL"),
        (["--effort", "4=11"], "EFFORT"),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused_with_its_rule(run, typed, wish, rule):
    ran = run("simulate", typed, "--year", 2567, *wish)
    assert ran.code == 3
    assert f"[{rule}]" in ran.err


def test_a_paper_without_scores_of_the_year_is_refused(run, paper):
    assert "[SCORES]" in run("simulate", paper(results_text(2567)), "--year", 2566).err
