"""Reads a table of findings with advice, such as question, finding, proposal, into the analysis."""

from __future__ import annotations

from prongsai.ita.papers.reading import AnalysisRow
from prongsai.ita.reading.analysis_blocks import AnalysisReader
from prongsai.ita.reading.codes import each_once, item_codes, question_codes
from prongsai.ita.reading.columns import Role
from prongsai.ita.reading.numbering import strip_marker
from prongsai.ita.reading.sheets import Sheet
from prongsai.ita.reading.table_rows import WholeRow, whole_rows
from prongsai.ita.reading.vocabulary import Vocabulary, instrument_of

_ADVICE = (Role.RECOMMENDATION, Role.MEASURES)


def read_analysis_table(sheet: Sheet, analysis: AnalysisReader, vocabulary: Vocabulary) -> None:
    """Add an entry per row of a table of findings."""
    for row in whole_rows(sheet, vocabulary):
        entry = _entry(sheet, row, analysis, vocabulary)
        if entry.finding or entry.recommendation:
            analysis.rows.append(entry)


def _entry(sheet: Sheet, row: WholeRow, analysis: AnalysisReader, vocabulary: Vocabulary) -> AnalysisRow:
    where = f"analysis[{len(analysis.rows)}]"
    keys = [row.text(n) for role in (Role.ISSUE, Role.INDICATOR, Role.QUESTION) for n in sheet.columns_of(role)]
    issue = next(filter(None, map(vocabulary.issue_of, keys)), row.band.issue)
    headings = (vocabulary.indicator_heading(key) for key in keys)
    indicator = next((heading[0] for heading in headings if heading), row.band.indicator)
    expected = vocabulary.codes_expected(issue, indicator)
    questions = [
        code
        for key in [*keys, *(row.text(n) for n in sheet.columns_of(Role.FINDING))]
        for code in question_codes(key, vocabulary.is_code, place=key in keys, expected=expected)
    ]
    finding = _joined(sheet, row, (Role.FINDING,)) or _joined(sheet, row, (Role.QUESTION,))
    advice = _joined(sheet, row, _ADVICE)
    cited = [
        code
        for n, column in enumerate(sheet.columns)
        for code in item_codes(row.text(n), vocabulary.is_code, place=instrument_of(column.header) == "OIT")
    ]
    analysis.repairs.note(questions, f"{where}.questions")
    analysis.repairs.note(cited, f"{where}.oit")
    named = [instrument_of(row.text(n)) for n in sheet.columns_of(Role.INSTRUMENT)]
    instrument = next(filter(None, named), row.band.instrument)
    return AnalysisRow(
        finding=finding,
        issue=issue,
        indicator=indicator,
        instrument=instrument[:3] if instrument else None,  # type: ignore[arg-type]
        questions=each_once(questions),
        recommendation=advice or None,
        oit=each_once(cited),
    )


def _joined(sheet: Sheet, row: WholeRow, roles: tuple[Role, ...]) -> str:
    texts = (row.text(n) for role in roles for n in sheet.columns_of(role))
    return strip_marker(" ".join(text for text in texts if text.strip(" -–")))
