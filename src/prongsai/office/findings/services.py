"""The findings of a round, as the newest confirmed result has them. Kept by the hash of everything they rest on."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from django.db import transaction

from prongsai import __version__
from prongsai.ita.analysis import check_together, place_in_words
from prongsai.ita.catalogue import Crosswalk
from prongsai.office.findings.found import FoundCheck, YearFound
from prongsai.office.findings.models import FoundYear
from prongsai.office.findings.reckoning import Reckoned, YearScores, found_of, reckon
from prongsai.office.results.models import ReadPaper
from prongsai.office.results.services import ConfirmedResult, confirmed_result, papers_read
from prongsai.office.rounds.frameworks import (
    crosswalk_between,
    framework_of,
    mark_of,
    presumption,
    same_code,
    year_before,
)
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of

SHAPE = 1
"""Counted up when findings are kept in another form."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the findings of a year rest on."""

    cycle: Round
    result: ConfirmedResult
    earlier: ConfirmedResult | None
    earlier_cycle: Round | None
    walk: Crosswalk | None
    papers: tuple[ReadPaper, ...]

    @property
    def hash(self) -> str:
        """Tell these inputs from any others."""
        cycles = [self.cycle, *([self.earlier_cycle] if self.earlier_cycle else [])]
        told = [
            SHAPE,
            __version__,
            self.result.mark,
            self.earlier.mark if self.earlier else "",
            [mark_of(cycle.framework) for cycle in cycles],
            [paper.sha256 for paper in self.papers],
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    @property
    def year_scores(self) -> YearScores:
        """The year itself."""
        return YearScores(self.cycle.framework, self.result.scores, self.result.remarks)

    @property
    def scores_before(self) -> YearScores | None:
        """The year before."""
        if self.earlier is None or self.earlier_cycle is None:
            return None
        return YearScores(self.earlier_cycle.framework, self.earlier.scores, self.earlier.remarks)


def inputs_of(cycle: Round) -> Inputs | None:
    """Give what the findings of a round rest on; None where no result is confirmed."""
    result = confirmed_result(cycle)
    if result is None:
        return None
    before = year_before(cycle.fiscal_year)
    earlier_cycle = round_of(before) if before is not None and not cycle.is_draft else None
    earlier = confirmed_result(earlier_cycle)
    walk = crosswalk_between(before, cycle.fiscal_year) if before is not None and earlier else None
    return Inputs(
        cycle,
        result,
        earlier,
        earlier_cycle if earlier else None,
        walk,
        tuple(reversed(papers_read(cycle.fiscal_year))),
    )


def findings_of(cycle: Round) -> YearFound | None:
    """Give the findings of a round, reckoned where nobody asked since something changed; None without a result."""
    inputs = inputs_of(cycle)
    if inputs is None:
        return None
    key = inputs.hash
    kept = FoundYear.objects.filter(round=cycle, inputs=key).first()
    if kept is not None:
        return YearFound.model_validate_json(json.dumps(kept.content))
    found = found_of(reckoned(inputs), inputs.result.remarks, _checks(inputs), cycle.codes_year)
    with transaction.atomic():
        FoundYear.objects.update_or_create(
            agency_id=cycle.agency_id,
            round=cycle,
            defaults={"inputs": key, "content": json.loads(found.model_dump_json())},
        )
    return found


def reckoned(inputs: Inputs) -> Reckoned:
    """Give a year's result explained, as papers and the simulator take it."""
    return reckon(inputs.year_scores, presumption(), inputs.scores_before, inputs.walk)


def _checks(inputs: Inputs) -> list[FoundCheck]:
    readings = [paper.reading for paper in inputs.papers]
    together = check_together(readings, framework_of, presumption(), same_code)
    return [
        FoundCheck(
            severity=finding.severity,
            code=finding.code,
            said=finding.message,
            place=place_in_words(finding.where),
            settle=finding.settle,
            paper=paper.file_name,
            paper_id=paper.pk,
        )
        for paper, findings in zip(inputs.papers, together, strict=True)
        for finding in findings
    ]
