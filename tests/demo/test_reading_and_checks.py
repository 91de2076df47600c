"""The reader reads the demo papers, and the checks find the planted faults and nothing else."""

import json
from pathlib import Path

import pytest

from prongsai.ita.analysis import check, check_together
from prongsai.ita.catalogue.files import load_framework
from prongsai.ita.papers.json import to_json
from prongsai.ita.reading import read_text
from prongsai.platform.demo.papers.shipped import DEMO_PAPERS

NEEDED = 0.98
NAMES = [name.split(".")[0] for name in DEMO_PAPERS]


def score_of(scorer, reading, truth):
    got = json.loads(json.dumps(to_json(reading)))
    tallies = scorer.score(truth, got)
    return scorer.overall(tallies), "\n".join(note for tally in tallies.values() for note in tally.notes)


@pytest.fixture(scope="module")
def together(readings):
    found = check_together(list(readings.values()), load_framework)
    return dict(zip(readings, found, strict=True))


def test_a_demo_paper_is_read_from_its_text(name, text, truth, scorer):
    score, notes = score_of(scorer, read_text(text, name=f"{name}.txt"), truth)
    assert score >= NEEDED, notes


@pytest.mark.parametrize("name", NAMES)
def test_a_demo_paper_is_read_from_the_file_of_an_office(name, readings, truth_of, scorer):
    score, notes = score_of(scorer, readings[name], truth_of(name))
    assert score >= NEEDED, notes


@pytest.mark.parametrize("name", ["P1", "P4"])
def test_scores_by_question_and_remarks_on_items_are_read_too(name, readings, truth_of):
    (truth,) = truth_of(name)["score_sheets"]
    (got,) = to_json(readings[name])["score_sheets"]
    assert got["questions"] == truth["questions"]
    assert got["items"] == truth["items"]


def test_the_year_that_an_order_is_for_is_read(readings, truth_of):
    assert readings["P3"].working_group.year == truth_of("P3")["working_group"]["year"] == 2566


@pytest.mark.parametrize("name", NAMES)
def test_the_planted_faults_are_found(name, together, expected_checks):
    for planted in expected_checks["papers"][name]:
        matches = [
            entry for entry in together[name] if (entry.code, entry.where) == (planted["code"], planted["where"])
        ]
        assert matches, planted
        for field in ("found", "expected"):
            if field in planted:
                assert planted[field] in {(getattr(entry, field) or "").removeprefix("+") for entry in matches}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_that_was_not_planted(name, together, expected_checks):
    planted = [entry["code"] for entry in expected_checks["papers"][name]]
    settled = set(expected_checks["settled_codes"])
    assert sorted(entry.code for entry in together[name] if entry.code in settled) == sorted(planted)


def test_the_clean_papers_raise_nothing_at_all(readings, together, expected_checks):
    for name in expected_checks["clean"]:
        assert readings[name].warnings == ()
        assert together[name] == []
        assert check(readings[name], load_framework) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_fault_that_needs_another_paper_is_not_seen_without_it(name, readings, expected_checks):
    alone = {(entry.code, entry.where) for entry in check(readings[name], load_framework)}
    for planted in expected_checks["papers"][name]:
        assert ((planted["code"], planted["where"]) in alone) is ("needs" not in planted), planted


def test_the_sentences_of_the_demo_suggest_and_say_days_in_thai(together):
    for finding in (entry for found in together.values() for entry in found):
        assert "ควร" in finding.settle
        assert not any(word in finding.message for word in ("ลอก", "โกง", "จุดบกพร่อง"))
        assert "2023-" not in finding.message
        assert "2024-" not in finding.message


def test_a_paper_whose_total_does_not_follow_is_read_and_named(scorer):
    folder = Path(__file__).parents[1] / "ita" / "analysis" / "papers"
    text = (folder / "mismatch.txt").read_text(encoding="utf-8")
    truth = json.loads((folder / "mismatch.json").read_text(encoding="utf-8"))
    reading = read_text(text, name="mismatch.txt")
    assert score_of(scorer, reading, truth)[0] == 1
    found = [entry for entry in check(reading, load_framework) if entry.code == "overall-mismatch"]
    assert [(entry.found, entry.expected) for entry in found] == [("52.26", "52.02")]
