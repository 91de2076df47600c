"""Keeping a paper that was read, and beginning versions of the years whose scores it prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from prongsai.ita.papers.json import to_json
from prongsai.ita.papers.reading import Reading, ScoreSheet
from prongsai.ita.reading import Trace
from prongsai.ita.thai import Refused, single_line
from prongsai.office.results.doubts import doubts_of_reading
from prongsai.office.results.file_holders import RESULT_PAPER
from prongsai.office.results.models import Origin, ReadPaper, ResultSheet
from prongsai.office.results.printed import printed_of_sheet
from prongsai.office.results.services.beginning import begin_sheet
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import ensure_round, round_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files

FEWEST = 3
"""Figures from which a table of scores is worth a version of its own: a paper may name a single score in passing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of a paper: the paper, and the versions that wait to be looked through."""

    paper: ReadPaper
    sheets: tuple[ResultSheet, ...]


@transaction.atomic
def keep_paper(
    *,
    acting: Acting,
    agency: Agency,
    file: CleanFile,
    reading: Reading,
    traces: Sequence[Trace] = (),
    year: int | None = None,
) -> Kept:
    """Keep a paper with what was read in it, and begin a version of each year whose result it prints.

    A report that repeats a result begins one only where the year has none yet; a paper of results always does, and
    overwrites nothing. The same file while its versions still wait gives these again. `year` stands in for a year
    that the paper does not say; without it YEAR is refused.
    """
    reading = _with_year(reading, year)
    waiting = _still_waiting(file)
    if waiting:
        return waiting
    paper = ReadPaper.objects.create(
        agency=agency,
        file_name=single_line(file.name)[:200],
        sha256=file.sent_sha256,
        found=to_json(reading),
        traces=[[trace.sheet, trace.kind, trace.code, trace.place, trace.text] for trace in traces],
        years=sorted(_years(reading)),
        made_by=acting.actor,
    )
    attach_files(acting=acting, agency=agency.pk, holder=RESULT_PAPER.key, thing=paper.pk, files=[file])
    figures = {"size": file.sent_size, "sheets": len(reading.score_sheets), "doubts": len(reading.warnings)}
    record(acting, "results.paper_read", thing=paper, figures=figures)
    sheets = [
        _begin(acting, paper, reading, traces, n)
        for n, sheet in enumerate(reading.score_sheets)
        if _is_wanted(reading, sheet)
    ]
    return Kept(paper, tuple(sheets))


def _begin(acting: Acting, paper: ReadPaper, reading: Reading, traces: Sequence[Trace], index: int) -> ResultSheet:
    sheet = reading.score_sheets[index]
    assert sheet.year is not None
    cycle = ensure_round(acting=acting, agency=paper.agency, fiscal_year=sheet.year)
    own = [trace for trace in traces if trace.sheet == index]
    printed = list(printed_of_sheet(sheet))
    sources = {
        entry.key: trace.text for entry in printed for trace in own if (trace.code, trace.kind) == _named(entry.key)
    }
    doubts = doubts_of_reading(reading, index, sources)
    return begin_sheet(acting, cycle, printed, origin=Origin.PAPER, paper=paper, traces=own, doubts=doubts)


def _years(reading: Reading) -> set[int]:
    head = reading.document
    told = {head.assessed_year, head.plan_year, *(sheet.year for sheet in reading.score_sheets)}
    return {year for year in told if year is not None}


def _named(key: tuple[str, str]) -> tuple[str, str]:
    kind, code = key
    return (code, "instrument" if kind == "eit_part" else kind)


def _with_year(reading: Reading, year: int | None) -> Reading:
    """Give a reading in which every sheet has a year. Refuses YEAR."""
    if all(sheet.year is not None for sheet in reading.score_sheets):
        return reading
    if year is None:
        raise Refused("YEAR", "เอกสารไม่ระบุปีของคะแนน โปรดกรอกปีงบประมาณในช่องปีของคะแนน แล้วส่งใหม่")
    sheets = tuple(sheet if sheet.year is not None else replace(sheet, year=year) for sheet in reading.score_sheets)
    return replace(reading, score_sheets=sheets)


def _is_wanted(reading: Reading, sheet: ScoreSheet) -> bool:
    figures = len(sheet.indicators) + len(sheet.instruments or {}) + len(sheet.questions) + len(sheet.items)
    if figures < FEWEST or sheet.year is None:
        return False
    cycle: Round | None = round_of(sheet.year)
    known = cycle is not None and ResultSheet.objects.filter(round=cycle).exists()
    return reading.document.kind == "results" or not known


def _still_waiting(file: CleanFile) -> Kept | None:
    paper = ReadPaper.objects.filter(sha256=file.sent_sha256).first()
    sheets = list(paper.sheets.all()) if paper else []
    if paper is None or not sheets or any(sheet.is_confirmed for sheet in sheets):
        return None
    return Kept(paper, tuple(sheets))
