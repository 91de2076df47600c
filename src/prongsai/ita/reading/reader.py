"""Reads one paper: from text or blocks to the record of the reading contract."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from prongsai.ita.papers.reading import DocumentHead, PaperKind, Reading, ReadingWarning
from prongsai.ita.reading.agency import find_agency
from prongsai.ita.reading.analysis_blocks import AnalysisReader
from prongsai.ita.reading.analysis_table import read_analysis_table
from prongsai.ita.reading.charts import figures_known, looks_like_a_chart
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.doubts import spelling_doubts, warnings_of
from prongsai.ita.reading.gaps import without_gaps
from prongsai.ita.reading.head import (
    assessed_year_of,
    head_length,
    plan_year_of,
    result_year,
    round_months_of,
    subject_of,
    title_of,
)
from prongsai.ita.reading.layout import Block, TextLine
from prongsai.ita.reading.measures_table import MeasuresReader
from prongsai.ita.reading.prose_scores import ProseScores
from prongsai.ita.reading.prose_walk import ProseWalk
from prongsai.ita.reading.reasons import own_year_as_reason
from prongsai.ita.reading.repairs import Repairs
from prongsai.ita.reading.score_book import ScoreBook
from prongsai.ita.reading.score_tables import read_score_table
from prongsai.ita.reading.sheets import Sheet, Subject, read_sheets
from prongsai.ita.reading.text_layout import text_blocks
from prongsai.ita.reading.vocabulary import Vocabulary, standard_vocabulary
from prongsai.ita.reading.working_group import find_decision_day, find_working_group
from prongsai.ita.thai import Refused, normalise

LARGEST_TEXT = 5_000_000
"""Characters that a text may have."""


def read_text(text: str, *, name: str = "") -> Reading:
    """Read a paper given as text. `name` is the name of its file, for a paper without any line.

    Keeps what is printed and warns of doubts. Refuses SIZE (too long to be a paper) and EMPTY (no text in it).
    """
    return read_text_and_blocks(text, name=name)[0]


def read_text_and_blocks(text: str, *, name: str = "") -> tuple[Reading, Sequence[Block]]:
    """Read a paper given as text, and give its lines and tables too. Refuses as `read_text`."""
    if len(text) > LARGEST_TEXT:
        raise Refused("SIZE", f"ข้อความยาวเกิน {LARGEST_TEXT:,} ตัวอักษร โปรดแยกแฟ้มแล้วอ่านทีละส่วน")
    clean = normalise(_without_lone_surrogates(text))
    if not clean.strip():
        raise Refused("EMPTY", "ไม่พบข้อความในแฟ้ม หากเป็นเอกสารสแกน โปรดแปลงเป็นข้อความก่อน")
    blocks = text_blocks(clean)
    reading = read_blocks(blocks, name=name)
    repaired = {warning.found for warning in reading.warnings if warning.code == "code-repaired"}
    return replace(reading, warnings=(*reading.warnings, *spelling_doubts(clean, repaired))), blocks


def read_blocks(blocks: Sequence[Block], *, name: str = "", vocabulary: Vocabulary | None = None) -> Reading:
    """Read a paper given as blocks of lines and tables, however its file was laid out."""
    return _Paper(without_gaps(blocks), name, vocabulary or standard_vocabulary()).read()


def _without_lone_surrogates(text: str) -> str:
    return "".join(char for char in text if not "\ud800" <= char <= "\udfff") if not _encodes(text) else text


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


class _Paper:
    """One paper while it is read."""

    def __init__(self, blocks: Sequence[Block], name: str, vocabulary: Vocabulary) -> None:
        self.blocks = blocks
        self.name = name
        self.vocabulary = vocabulary
        self.head = head_length(blocks)
        self.repairs = Repairs()
        self.book = ScoreBook()
        self.scores = ProseScores(vocabulary, self.book)
        self.analysis = AnalysisReader(vocabulary, self.repairs)
        self.walk = ProseWalk(self.analysis)
        self.plan_year = plan_year_of(blocks, self.head)
        self.measures = MeasuresReader(vocabulary, self.repairs, self.plan_year)
        self.charts: list[Sheet] = []
        self.sheets = read_sheets(blocks, vocabulary)
        self.group, self.duties = find_working_group(blocks)

    def read(self) -> Reading:
        beginning = {sheet.at: [entry for entry in self.sheets if entry.at == sheet.at] for sheet in self.sheets}
        for n, block in enumerate(self.blocks):
            if isinstance(block, TextLine):
                self._line(block, n)
            else:
                sheets = beginning.get(n, [])
                self.walk.table(of_measures=any(sheet.subject is Subject.MEASURES for sheet in sheets))
                for sheet in sheets:
                    self._sheet(sheet)
        self.walk.end()
        return self._assembled()

    def _line(self, line: TextLine, n: int) -> None:
        year = result_year(line.text)
        if year is not None:
            self.scores.year = year
        if line.number in self.duties:
            return
        tokens = self.scores.read(line.text)
        self.walk.line(line, tokens, in_head=n < self.head)

    def _sheet(self, sheet: Sheet) -> None:
        if sheet.subject is Subject.MEASURES:
            self.measures.read(sheet)
        elif sheet.subject is Subject.ANALYSIS:
            read_analysis_table(sheet, self.analysis, self.vocabulary)
        elif sheet.subject is Subject.LIMITATIONS:
            self._limitations(sheet)
        if sheet.subject is Subject.SCORES or sheet.roles & {Role.SCORE}:
            read_score_table(sheet, self.book, self.vocabulary, self.scores.year)
        elif sheet.subject is Subject.OTHER and not sheet.columns and looks_like_a_chart(sheet):
            self.charts.append(sheet)

    def _limitations(self, sheet: Sheet) -> None:
        for role, target in (
            (Role.PROBLEM, self.walk.closing.limitations),
            (Role.RECOMMENDATION, self.walk.closing.recommendations),
        ):
            for column in sheet.columns_of(role):
                for row in sheet.rows:
                    target.extend(self.measures.items(row.own(column).lines))

    def _assembled(self) -> Reading:
        sheet_years = [year for year in self.book.years if year is not None]
        headers = [column.header for sheet in self.sheets for column in sheet.columns]
        assessed = assessed_year_of(self.blocks, sheet_years, headers)
        self.book.settle_year(assessed)
        closing = self.walk.closing
        reading = Reading(
            document=DocumentHead(
                self._kind(),
                title_of(self.blocks, self.name),
                assessed,
                self.plan_year,
                round_months_of(self.blocks),
            ),
            agency=find_agency(self.blocks, self.head),
            score_sheets=self.book.sheets(),
            changes=self.book.stated_changes(),
            analysis=tuple(self.analysis.rows),
            measures=tuple(self.measures.rows),
            working_group=self.group,
            limitations=tuple(closing.limitations),
            recommendations=tuple(closing.recommendations),
        )
        doubts = [*warnings_of(reading, find_decision_day(self.blocks, self.group)), *self.measures.doubts]
        found = [*self.repairs.warnings, *self.book.duplicate_warnings(), *doubts, *self._skipped_charts()]
        reason = own_year_as_reason(self.blocks) if reading.measures else None
        return replace(reading, warnings=(*found, reason) if reason else tuple(found))

    def _kind(self) -> PaperKind:
        if self.measures.reports:
            return "measures_report"
        if self.measures.rows:
            return "analysis_and_measures" if self.book.years or self.analysis.rows else "measures"
        if self.book.years or self.analysis.rows:
            return "results"
        about = title_of(self.blocks, self.name) + subject_of(self.blocks, self.head)
        return "measures" if "มาตรการ" in about or "คำสั่ง" in about else "results"

    def _skipped_charts(self) -> list[ReadingWarning]:
        """Give a warning for each chart that tells more than the tables and sentences around it."""
        untold = (sheet for sheet in self.charts if not figures_known(sheet, self.book))
        return [ReadingWarning("chart-skipped", "score_sheets", sheet.rows[0].own(0).text[:60]) for sheet in untold]
