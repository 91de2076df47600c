"""What the tests of composed papers share: the invented office's year, and ways to look into a paper."""

import dataclasses
from datetime import date
from decimal import Decimal

import pytest

from prongsai.ita.analysis import indicator_changes, weak_points
from prongsai.ita.catalogue import load_framework
from prongsai.ita.catalogue.crosswalk_files import load_crosswalk
from prongsai.ita.catalogue.playbook import load_playbook
from prongsai.ita.papers.blocks import (
    BarChart,
    Cell,
    ChangeChart,
    FormLine,
    Gap,
    Heading,
    HeatMap,
    Items,
    Notice,
    Paragraph,
    Radar,
    SignatureBlock,
    Table,
)
from prongsai.ita.papers.reading import MeasureRow
from prongsai.ita.planning import draft_plan
from prongsai.ita.scoring import Scores, explain, price_list
from prongsai.ita.scoring.levels import decide_level
from prongsai.ita.thai.periods import Period
from prongsai.ita.writing import YearResult
from prongsai.ita.writing.compose import PaperHead, TwoYears

AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
FIRST = ["91.90", "82.67", "84.19", "83.05", "85.40", "84.12", "81.36", "80.28", "87.50", "93.75"]
SECOND = ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]


def numbered(figures):
    return {n: Decimal(figure) for n, figure in enumerate(figures, 1)}


@pytest.fixture(scope="session")
def head():
    """A function: changes in, the head of a paper of the invented office out; number and day are not typed yet."""
    plain = PaperHead(agency=AGENCY, year=2568)
    return lambda **changes: dataclasses.replace(plain, **changes)


@pytest.fixture(scope="session")
def framework():
    return load_framework(2567)


@pytest.fixture(scope="session")
def years(framework):
    before, after = load_framework(2566), framework
    earlier = explain(before, Scores(indicators=numbered(FIRST), overall=Decimal("86.46"), level="ผ่าน"))
    later = explain(after, Scores(indicators=numbered(SECOND), overall=Decimal("88.75"), level="ผ่าน"))
    changes = indicator_changes(earlier, later, load_crosswalk(2566, 2567))
    return TwoYears(after, earlier, later, changes)


@pytest.fixture(scope="session")
def second_scores():
    return Scores(indicators=numbered(SECOND), items={"O33": Decimal(0)}, overall=Decimal("88.75"), level="ผ่าน")


@pytest.fixture(scope="session")
def result(framework, second_scores):
    outcome = explain(framework, second_scores)
    return YearResult(framework, outcome, decide_level(framework, outcome), price_list(framework, second_scores))


@pytest.fixture(scope="session")
def weak(framework, second_scores):
    return weak_points(framework, second_scores)


@pytest.fixture(scope="session")
def plan(weak, framework):
    return draft_plan(load_framework(2568), weak, load_playbook(), plan_year=2568, results=framework)


@pytest.fixture(scope="session")
def done():
    """One row of a report in which everything stands."""
    return MeasureRow(
        issue=4,
        measures=("จัดทำทะเบียนยืมและคืนทรัพย์สิน",),
        steps=("กำหนดแบบใบยืม", "ตรวจสภาพของเมื่อรับคืน"),
        units=("กองคลัง", "กองช่าง"),
        period=Period(date(2023, 10, 1), date(2024, 9, 30)),
        status="completed",
        results=("ประกาศแบบใบยืมเมื่อวันที่ 12 มกราคม 2567", "ตรวจสภาพแล้ว 37 ครั้ง"),
        outcomes=("ของที่ยืมกลับมาครบ 35 รายการ",),
    )


def _cell(cell: Cell):
    return [inline for part in cell.content for inline in _inlines(part)]


def _inlines(block):
    match block:
        case Heading() | Notice():
            return [block.text]
        case Paragraph():
            return list(block.content)
        case Items():
            return [inline for entry in block.entries for inline in entry]
        case FormLine():
            return [inline for one in block.fields for inline in (one.label, *one.content)]
        case SignatureBlock():
            return [block.role, block.post, block.name]
        case Table():
            cells = [cell for row in block.rows for cell in row.cells]
            bands = [row.band for row in block.rows if row.band]
            heads = [column.header for column in block.columns]
            return [block.caption or "", *heads, *bands, *(inline for cell in cells for inline in _cell(cell))]
        case BarChart() | Radar() | ChangeChart() | HeatMap():
            return [block.caption]
        case _:
            return []


@pytest.fixture(scope="session")
def inlines_of():
    """A function: a paper in, everything that stands in it out, texts and gaps."""
    return lambda paper: [*paper.title, *(inline for block in paper.blocks for inline in _inlines(block))]


@pytest.fixture(scope="session")
def texts_of(inlines_of):
    """A function: a paper in, its texts out."""
    return lambda paper: [inline for inline in inlines_of(paper) if isinstance(inline, str)]


@pytest.fixture(scope="session")
def gaps_of(inlines_of):
    """A function: a paper in, what its gaps ask for out."""
    return lambda paper: [inline.asks_for for inline in inlines_of(paper) if isinstance(inline, Gap)]


@pytest.fixture(scope="session")
def tables_of():
    """A function: a paper in, its tables out."""
    return lambda paper: [block for block in paper.blocks if isinstance(block, Table)]
