"""The results of a file: from a paper as printed, or from a score sheet that a person typed or a program sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai.cli.papers import read_paper
from prongsai.cli.years import framework_of, presumption
from prongsai.ita.catalogue import Framework
from prongsai.ita.papers.reading import Reading
from prongsai.ita.scoring import (
    LevelCheck,
    Outcome,
    Price,
    Repair,
    Scores,
    check_level,
    enter_scores,
    explain,
    price_list,
    repairs,
    rows_from_json,
    rows_from_paste,
    scores_from_sheet,
)
from prongsai.ita.thai import decode
from prongsai.ita.thai.refusal import Refused

TYPED_SHEETS = {".json": rows_from_json, ".tsv": rows_from_paste}
LARGEST_SHEET = 200_000


@dataclass(frozen=True, slots=True)
class YearResult:
    """One year's result with its explanation."""

    framework: Framework
    scores: Scores
    outcome: Outcome
    level: LevelCheck
    prices: Sequence[Price]
    repairs: Sequence[Repair]


def year_result(framework: Framework, scores: Scores) -> YearResult:
    """Explain one year's scores by its framework; what is not established is presumed and marked."""
    presumed = presumption()
    outcome = explain(framework, scores, presumed)
    return YearResult(
        framework=framework,
        scores=scores,
        outcome=outcome,
        level=check_level(framework, outcome),
        prices=price_list(framework, scores, presumed),
        repairs=repairs(framework, scores, presumed),
    )


def results_of_file(file: Path, year: int | None = None) -> list[YearResult]:
    """Give the results in a file, by year: of `year` only where it is given, else of all; never none.

    `year` is needed for a typed sheet, and for a paper that names none. Refuses SCORES where the file holds none.
    """
    if file.suffix.lower() in TYPED_SHEETS:
        return [_typed_result(file, year)]
    results = results_of_reading(read_paper(file), year)
    if not results:
        raise Refused("SCORES", "ไม่พบคะแนนในเอกสารนี้ หากมีมาตรการ ใช้คำสั่ง report ต่อได้โดยไม่ต้องมีคะแนน").at(file=file.name)
    wanted = [result for result in results if year in (None, result.framework.year)]
    if not wanted:
        there = " ".join(str(result.framework.year) for result in results)
        raise Refused("SCORES", f"ไม่พบคะแนนของปี {year} ในเอกสาร พบของปี {there}").at(file=file.name)
    return wanted


def results_of_reading(reading: Reading, year: int | None = None) -> list[YearResult]:
    """Give the results printed in a paper, older years first. Refuses YEAR for a sheet whose year nobody says."""
    results = []
    for sheet in reading.score_sheets:
        sheet_year = sheet.year or year
        if sheet_year is None:
            raise Refused("YEAR", "เอกสารไม่ระบุปีของคะแนน โปรดระบุด้วย --year")
        results.append(year_result(framework_of(sheet_year), scores_from_sheet(sheet)))
    return results


def _typed_result(file: Path, year: int | None) -> YearResult:
    if year is None:
        raise Refused("YEAR", "โปรดระบุปีของคะแนนด้วย --year").at(file=file.name)
    if file.stat().st_size > LARGEST_SHEET:
        raise Refused("LENGTH", "ตารางคะแนนใหญ่เกินไป").at(file=file.name)
    framework = framework_of(year)
    try:
        rows = TYPED_SHEETS[file.suffix.lower()](decode(file.read_bytes()).text)
    except Refused as refused:
        raise refused.at(file=file.name) from refused
    entered = enter_scores(framework, rows, presumption())
    if entered.refusals:
        raise entered.refusals[0].at(file=file.name)
    return year_result(framework, entered.scores)
