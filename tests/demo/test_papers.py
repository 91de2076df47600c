"""The demo papers are plainly invented, and hold exactly the facts and the planted faults they should."""

import json
import re
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from prongsai.ita.thai import compact, is_citizen_id, to_arabic

ROOT = Path(__file__).parents[2]
TRUTH = Path(__file__).parent / "truth"
FOOTER = "ข้อมูลสมมุติเพื่อการสาธิต"


def load(name):
    return json.loads((TRUTH / f"{name}.json").read_text(encoding="utf-8"))


def test_the_papers_of_the_thin_path_are_there():
    found = {path.stem for path in (ROOT / "src/prongsai/cli/demo_papers").glob("*.txt")}
    assert found == {"P2", "P5", "P6", "P7"}


def test_every_page_says_that_it_is_invented(text):
    headers = re.findall(r"^(?:ประเด็น\t|มาตรการ/แนวทาง\t|ประกาศองค์การ)", text, re.MULTILINE)
    assert text.count(FOOTER) >= len(headers)
    assert text.rstrip().endswith(FOOTER)


def test_the_agency_is_that_of_the_demo(text, truth):
    assert "องค์การบริหารส่วนตำบลหนองกระจ่าง" in text
    assert truth["agency"]["province"] == "ตัวอย่างธานี"


def test_no_paper_names_a_person_or_holds_a_private_number(text):
    assert not re.search(r"(?<![ก-๛])(?:นาย|นางสาว|นาง)(?!ก)[ก-๛]", text)
    assert not any(is_citizen_id(number) for number in re.findall(r"[0-9]{13}", to_arabic(text)))
    assert "@" not in text


def test_a_truth_follows_the_contract(truth):
    schema = json.loads((ROOT / "docs/reference/reading-contract.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(truth, schema)


def printed_lists(truth):
    for row in truth["measures"]:
        for field in ("measures", "steps", "results", "outcomes"):
            yield from row[field]
    yield from truth["limitations"]
    yield from truth["recommendations"]


def test_every_text_of_a_truth_is_printed_in_its_paper(text, truth):
    page = compact(re.sub(r"<[^>]+>", "", text))
    assert [item for item in printed_lists(truth) if compact(item) not in page] == []


def test_the_scanned_paper_holds_the_data_of_the_clean_one():
    clean, scanned = load("P2"), load("P7")
    assert {key: value for key, value in clean.items() if key != "warnings"} == {
        key: value for key, value in scanned.items() if key != "warnings"
    }


@pytest.mark.parametrize(("name", "year"), [("P5", 2566), ("P5", 2567), ("P6", 2567)])
def test_the_printed_overall_is_that_of_the_ten_indicators(name, year):
    sheet = next(entry for entry in load(name)["score_sheets"] if entry["year"] == year)
    scores = [Decimal(str(entry["score"])) for entry in sheet["indicators"]]
    parts = (scores[:5], scores[5:8], scores[8:])
    means = [sum(part, Decimal(0)) / len(part) for part in parts]
    overall = sum(
        share * mean for share, mean in zip((Decimal("0.3"), Decimal("0.3"), Decimal("0.4")), means, strict=True)
    )
    assert abs(overall - Decimal(str(sheet["overall"]))) <= Decimal("0.01")


def test_the_only_wrong_change_of_the_report_is_the_planted_one():
    report = load("P5")
    first, second = (
        {entry["number"]: entry["score"] for entry in sheet["indicators"]} for sheet in report["score_sheets"]
    )
    wrong = [
        change["indicator"]
        for change in report["changes"]
        if change["indicator"]
        and abs(second[change["indicator"]] - first[change["indicator"]] - change["stated"]) > 0.01
    ]
    assert wrong == [5]


def test_only_the_row_on_assets_repeats_its_steps():
    repeated = [
        row["issue"]
        for row in load("P5")["measures"]
        if all(compact(step) in compact(result) for step, result in zip(row["steps"], row["results"], strict=False))
    ]
    assert repeated == [4]


def test_the_outcome_of_the_last_row_is_that_of_the_row_before():
    rows = load("P5")["measures"]
    assert [
        n for n, row in enumerate(rows, start=1) if row["outcomes"] in [other["outcomes"] for other in rows[: n - 1]]
    ] == [8]


def test_the_weakest_question_has_no_measure_in_the_plan():
    assert "I8" not in [code for row in load("P2")["measures"] for code in row["questions"]]


def test_every_period_of_the_plan_begins_before_its_decision():
    assert {row["period"]["start"] for row in load("P2")["measures"]} == {"2023-10-01"}
    assert load("P2")["warnings"][0]["expected"] == "2024-02-08"
