"""What is written is read back as the records it was made from: of the invented office, and of any small plan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prongsai.ita.catalogue import load_framework
from prongsai.ita.papers.reading import MeasureRow, Reading
from prongsai.ita.reading import read_bytes
from prongsai.ita.thai import compact, format_period
from prongsai.ita.thai.periods import Period
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.compose import PaperHead, report_paper
from prongsai.office.evidence.models import Note
from prongsai.office.reports.composing.year_report import row_of
from prongsai.office.reports.content import Sentence, ToldMeasure
from prongsai.office.reports.models import Report, ReportKind
from prongsai.office.reports.services import Wishes, make_report
from prongsai.office.results.services import confirmed_result
from prongsai.office.rounds.services import round_of
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.demo.loading import load_demo
from prongsai.platform.files.models import Attachment
from prongsai.platform.files.room import store
from prongsai.platform.tenancy.speaker import speaking

FORMATS = ["docx", "pdf"]


@pytest.fixture
def office(db):
    agency, _twin = load_demo(force=True)
    for command in ("load_demo_year", "load_demo_measures", "load_demo_progress"):
        call_command(command, verbosity=0)
    return agency


def made(agency, year: int) -> tuple[Report, dict[str, bytes]]:
    """Make the report of a year; give it with its files as they are kept."""
    with speaking(agency.pk, actor="test"):
        coordinator = acting_as(User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk")[0])
        wishes = Wishes(no_problems=True, no_proposals=True)
        report = make_report(acting=coordinator, cycle=round_of(year), kind=ReportKind.TWELVE, wishes=wishes)
        held = Attachment.objects.filter(holder="report-file", thing=report.pk).select_related("file")
        newest = [attachment.file.newest for attachment in held]
        return report, {version.kind: store().read(agency.pk, version.sha256) for version in newest}


def seen(texts) -> list[str]:
    """Texts without blanks, since PDF keeps no blank for certain."""
    return [compact(text) for text in texts]


def row_as_read(row: MeasureRow) -> dict[str, object]:
    return {
        "issue": row.issue,
        "measures": seen(row.measures),
        "steps": seen(row.steps),
        "units": seen(row.units),
        "period": compact(format_period(row.period, digits="arabic")) if row.period else "",
        "status": row.status,
        "results": seen(row.results),
        "outcomes": [text for text in seen(row.outcomes) if text != "–"],
    }


def row_as_told(measure: ToldMeasure) -> dict[str, object]:
    return {
        "issue": measure.issue,
        "measures": seen(measure.titles),
        "steps": seen(measure.steps),
        "units": seen(measure.units),
        "period": compact(measure.period),
        "status": measure.status,
        "results": seen(sentence.text for sentence in measure.results),
        "outcomes": seen(sentence.text for sentence in measure.outcomes),
    }


def by_issue(measures) -> list[ToldMeasure]:
    return sorted(measures, key=lambda measure: measure.issue or 99)


@pytest.mark.parametrize("year", [2567, 2568])
def test_the_report_of_the_invented_office_reads_back_to_exactly_its_records(office, year):
    report, files = made(office, year)
    with speaking(office.pk, actor="test"):
        notes = list(Note.objects.filter(round=report.round, in_report=True))
        result = confirmed_result(report.round)
    told = [row_as_told(measure) for measure in by_issue(report.told.measures)]
    assert told
    for ending in FORMATS:
        read = read_bytes(files[ending], name=f"report.{ending}")
        assert (read.document.kind, read.document.plan_year, read.document.round_months) == (
            "measures_report",
            year,
            12,
        )
        assert read.agency.name == office.name
        for row, record in zip(read.measures, told, strict=True):
            assert row_as_read(row) == record
        assert seen(read.limitations) == seen(note.words for note in notes if note.kind == "problem")
        assert seen(read.recommendations) == seen(note.words for note in notes if note.kind == "proposal")
        if result:
            assert_scores_come_back(read, report, result.scores.indicators)


def assert_scores_come_back(read: Reading, report: Report, indicators: dict[int, Decimal]) -> None:
    year = report.told.year
    sheet = read.sheet(year)
    assert sheet is not None
    assert {entry.number: entry.score for entry in sheet.indicators} == indicators
    with speaking(report.agency_id, actor="test"):
        before = confirmed_result(round_of(2566))
    assert before is not None
    earlier = before.scores.indicators
    changes = {change.indicator: change.stated for change in read.changes}
    assert changes == {
        **{number: score - earlier[number] for number, score in indicators.items()},
        None: Decimal("88.75") - Decimal("86.46"),
    }


WORDS = ["จัดทำ", "ทะเบียน", "เผยแพร่", "บนเว็บไซต์", "ครบทุกส่วนราชการ", "ประชุม", "ชี้แจง", "บุคลากร", "ประชาชน", "หมู่บ้าน"]
phrases = st.lists(st.sampled_from(WORDS), min_size=2, max_size=6).map("".join)
counted = st.builds(lambda phrase, n: f"{phrase} จำนวน {n} ครั้ง", phrases, st.integers(1, 400))
days = st.dates(date(2023, 10, 1), date(2024, 9, 30))
units = st.lists(st.sampled_from(["สำนักปลัด", "กองคลัง", "กองช่าง"]), min_size=1, max_size=3, unique=True)
spans = st.tuples(days, days).map(sorted).map(lambda pair: format_period(Period(*pair), digits="arabic"))


def sentences(kind: str, texts: list[str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(key=f"{kind}{n}", kind=kind, text=text, measure=1) for n, text in enumerate(texts))


measures = st.builds(
    lambda number, issue, titles, steps, who, period, status, results, outcomes: ToldMeasure(
        id=number,
        label=f"M{number:02d}",
        titles=tuple(titles),
        steps=tuple(steps),
        units=tuple(who),
        period=period,
        issue=issue,
        status=status,
        results=sentences("result", results if status != "not_started" else []),
        outcomes=sentences("outcome", outcomes if status != "not_started" else []),
    ),
    st.integers(1, 30), st.integers(1, 7), st.lists(phrases, min_size=1, max_size=2, unique=True),
    st.lists(phrases, min_size=1, max_size=4, unique=True), units, spans,
    st.sampled_from(["completed", "in_progress", "not_started"]),
    st.lists(counted, min_size=1, max_size=4, unique=True), st.lists(counted, min_size=1, max_size=2, unique=True),
)  # fmt: skip
notes = st.lists(counted, max_size=3, unique=True)


@pytest.mark.parametrize(("ending", "write", "examples"), [("docx", write_docx, 25), ("pdf", write_pdf, 8)])
def test_any_small_plan_reads_back(ending, write, examples):
    @settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(measures, min_size=1, max_size=5), notes, notes)
    def reads_back(plan, problems, proposals):
        head = PaperHead(agency="องค์การบริหารส่วนตำบลหนองกระจ่าง", year=2567)
        paper = report_paper(
            head, [row_of(measure) for measure in plan], load_framework(2567), months=12,
            problems=problems, proposals=proposals, with_period=True,
        )  # fmt: skip
        read = read_bytes(write(paper, date(2024, 10, 15)), name=f"report.{ending}")
        assert [row_as_read(row) for row in read.measures] == [row_as_told(measure) for measure in by_issue(plan)]
        assert seen(read.limitations) == seen(problems)
        assert seen(read.recommendations) == seen(proposals)

    reads_back()
