"""The reader reads the demo papers, and the checks find the planted faults and nothing else."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from prongsai.ita.analysis.checks import check
from prongsai.ita.catalogue.files import load_framework
from prongsai.ita.papers.json import to_json
from prongsai.ita.reading import read_text

NEEDED = 0.97
THIS_ISSUE = 2


@pytest.fixture(scope="module")
def scorer() -> Any:
    """The scorer of the reading contract, kept beside the reader's own tests."""
    folder = str(Path(__file__).parents[1] / "ita" / "reading")
    sys.path.insert(0, folder)
    try:
        import score  # noqa: PLC0415
    finally:
        sys.path.remove(folder)
    return score


def findings(text, name):
    found = check(read_text(text, name=name), load_framework)
    return {(entry.code, entry.where, entry.found, entry.expected) for entry in found}


def test_a_demo_paper_is_read_as_it_is_printed(name, text, truth, scorer):
    got = json.loads(json.dumps(to_json(read_text(text, name=f"{name}.txt"))))
    tallies = scorer.score(truth, got)
    notes = "\n".join(note for tally in tallies.values() for note in tally.notes)
    assert scorer.overall(tallies) >= NEEDED, notes


def test_the_planted_faults_are_found(name, text, expected_checks):
    found = findings(text, name)
    for planted in expected_checks["papers"][name]:
        if planted["issue"] != THIS_ISSUE:
            continue
        matches = [entry for entry in found if entry[0] == planted["code"] and entry[1].startswith(planted["where"])]
        assert matches, planted
        if "expected" in planted:
            assert planted["expected"] in {(entry[3] or "").removeprefix("+") for entry in matches}


def test_nothing_is_found_that_was_not_planted(name, text, expected_checks):
    planted = {entry["code"] for entry in expected_checks["papers"][name]}
    settled = set(expected_checks["settled_codes"])
    assert {code for code, *_ in findings(text, name) if code in settled} <= planted


def test_a_paper_whose_total_does_not_follow_is_read_and_named(scorer):
    folder = Path(__file__).parents[1] / "ita" / "analysis" / "papers"
    text = (folder / "mismatch.txt").read_text(encoding="utf-8")
    truth = json.loads((folder / "mismatch.json").read_text(encoding="utf-8"))
    got = json.loads(json.dumps(to_json(read_text(text, name="mismatch.txt"))))
    assert scorer.overall(scorer.score(truth, got)) == 1
    found = {entry for entry in findings(text, "mismatch.txt") if entry[0] == "overall-mismatch"}
    assert [(entry[2], entry[3]) for entry in found] == [("52.26", "52.02")]
