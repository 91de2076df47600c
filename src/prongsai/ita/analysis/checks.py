"""All checks (X-rays) of one paper, or of the papers of one agency together, in the order in which to look at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from prongsai.ita.analysis.finding import SEVERITIES, CheckFinding
from prongsai.ita.analysis.known import FrameworkFor, Known, SameCode, scores_by_year
from prongsai.ita.analysis.rules.agreement import check_agreement
from prongsai.ita.analysis.rules.carried_over import check_carried_over
from prongsai.ita.analysis.rules.changes import check_changes
from prongsai.ita.analysis.rules.copies import check_copies
from prongsai.ita.analysis.rules.coverage import check_named_questions, check_weak_points
from prongsai.ita.analysis.rules.echoes import check_echoes
from prongsai.ita.analysis.rules.fallen import check_fallen
from prongsai.ita.analysis.rules.level import check_printed_level
from prongsai.ita.analysis.rules.measure_reason import check_measure_reason
from prongsai.ita.analysis.rules.missing import check_missing
from prongsai.ita.analysis.rules.no_weakness import check_no_weakness
from prongsai.ita.analysis.rules.order import check_order
from prongsai.ita.analysis.rules.order_year import check_order_year
from prongsai.ita.analysis.rules.own_year import check_own_year
from prongsai.ita.analysis.rules.personal_data import check_personal_data
from prongsai.ita.analysis.rules.ranges import check_duplicates, check_ranges
from prongsai.ita.analysis.rules.reachable import check_reachable
from prongsai.ita.analysis.rules.reader_warnings import not_yet_found
from prongsai.ita.analysis.rules.result_days import check_result_days
from prongsai.ita.analysis.rules.result_proof import check_result_proof
from prongsai.ita.analysis.rules.totals import check_total
from prongsai.ita.analysis.weak_points import weak_points
from prongsai.ita.catalogue import follow_same
from prongsai.ita.papers.reading import Reading, ScoreSheet
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import Scores
from prongsai.ita.thai import compact

_WHOLE_PAPER: tuple[Callable[[Reading], Iterator[CheckFinding]], ...] = (
    check_changes,
    check_order,
    check_order_year,
    check_no_weakness,
    check_measure_reason,
    check_echoes,
    check_copies,
    check_carried_over,
    check_result_days,
    check_result_proof,
    check_missing,
    check_named_questions,
    check_personal_data,
)
_WITH_WHAT_IS_KNOWN: tuple[Callable[[Reading, Known], Iterator[CheckFinding]], ...] = (check_own_year, check_fallen)


def check(
    reading: Reading,
    framework_for: FrameworkFor,
    scores: Scores | None = None,
    presumed: Presumption | None = None,
    same_code: SameCode = follow_same,
) -> list[CheckFinding]:
    """Check one paper against itself and the years it speaks of.

    `framework_for` gives the framework of a year (or a draft of it); it is asked only for years that the paper or the
    catalogue names. `scores` are results known from elsewhere of the year that the paper analyses: with them weak
    points without a measure are found. `presumed` are rules for years that lack their own; `same_code` says what is
    the same in two years.

    Problems come first, then doubts, then hints; within each, the order of the paper's parts.
    """
    known = Known(framework_for, scores_by_year([reading]), presumed, same_code)
    year = reading.document.assessed_year or known.analysed_year(reading)
    if scores is not None and year is not None:
        known = replace(known, scores={**known.scores, year: scores})
    return _checked(reading, known)


def check_together(
    readings: Sequence[Reading],
    framework_for: FrameworkFor,
    presumed: Presumption | None = None,
    same_code: SameCode = follow_same,
) -> list[list[CheckFinding]]:
    """Check several papers, those of one agency with what its other papers tell: one list for each, in their order.

    A paper that sets measures is held against the results that another prints, a report against the results of both
    years, and figures that two papers print are compared. A paper that names no agency belongs to the agency of the
    others, where they are of one.
    """
    found: list[list[CheckFinding]] = []
    for index, reading in enumerate(readings):
        own = [paper for paper in readings if _same_agency(paper, reading, readings)]
        earlier = [paper for paper in readings[:index] if any(paper is other for other in own)]
        known = Known(framework_for, scores_by_year(own), presumed, same_code)
        found.append(_sorted([*check_agreement(reading, earlier), *_checked(reading, known)]))
    return found


def _checked(reading: Reading, known: Known) -> list[CheckFinding]:
    found = [finding for rule in _WHOLE_PAPER for finding in rule(reading)]
    found += [finding for rule in _WITH_WHAT_IS_KNOWN for finding in rule(reading, known)]
    for index, sheet in enumerate(reading.score_sheets):
        found += _check_sheet(sheet, f"score_sheets[{index}]", known)
    found += _check_coverage(reading, known)
    found += not_yet_found(reading.warnings, found)
    return _sorted(found)


def _sorted(found: list[CheckFinding]) -> list[CheckFinding]:
    return sorted(found, key=lambda finding: SEVERITIES.index(finding.severity))


def _check_sheet(sheet: ScoreSheet, where: str, known: Known) -> Iterator[CheckFinding]:
    framework = known.framework(sheet.year)
    yield from check_total(sheet, where, framework, known.presumed)
    yield from check_ranges(sheet, where)
    yield from check_duplicates(sheet, where)
    if framework is not None:
        yield from check_printed_level(sheet, where, framework, known.presumed)
        yield from check_reachable(sheet, where, framework)


def _check_coverage(reading: Reading, known: Known) -> Iterator[CheckFinding]:
    """Hold the measures against the result that they answer: one of an earlier year than their own."""
    year, planned = known.analysed_year(reading), reading.document.plan_year
    framework = known.framework(year)
    if year is None or framework is None or year not in known.scores or (planned is not None and year >= planned):
        return
    weak = weak_points(framework, known.scores[year], presumed=known.presumed)
    yield from check_weak_points(reading, weak, framework)


def _same_agency(paper: Reading, reading: Reading, readings: Sequence[Reading]) -> bool:
    names = {compact(other.agency.name) for other in readings if other.agency.name}
    one, other = (compact(entry.agency.name or "") for entry in (paper, reading))
    return paper is reading or one == other != "" or (len(names) < 2 and "" in (one, other))
