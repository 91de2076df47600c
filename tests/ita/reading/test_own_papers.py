"""Papers of invented offices, each written and its truth set down before the reader was tried on it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai.ita.papers.json import dumps, loads, to_json
from prongsai.ita.reading import read_file

HERE = Path(__file__).parent
PAPERS = sorted((HERE / "papers").glob("*.txt"))
LEAST = 0.95


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_paper_is_read_as_it_is_printed(paper, scorer, valid):
    truth = scorer.load(str(paper.with_suffix(".json")))
    tallies = scorer.score(truth, json.loads(json.dumps(valid(read_file(paper)))))
    notes = "\n".join(note for tally in tallies.values() for note in tally.notes)
    assert scorer.overall(tallies) >= LEAST, notes


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_reading_comes_back_from_its_json(paper):
    reading = read_file(paper)
    assert to_json(loads(dumps(reading))) == to_json(reading)


def test_the_papers_differ_in_layout():
    kinds = {json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["document"]["kind"] for path in PAPERS}
    assert kinds == {"results", "measures", "analysis_and_measures", "measures_report"}
    assert len(PAPERS) >= 5


@pytest.mark.parametrize(("least", "status"), [("0.95", 0), ("1.01", 1)])
def test_the_acceptance_command_fails_under_the_least_score(least, status):
    command = [sys.executable, str(HERE / "accept.py"), str(HERE / "papers"), "--min", least]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert ended.returncode == status, ended.stdout + ended.stderr
    assert ended.stdout.count(".txt") == len(PAPERS)


def test_the_acceptance_command_says_when_there_is_nothing_to_score(tmp_path):
    command = [sys.executable, str(HERE / "accept.py"), str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 2
