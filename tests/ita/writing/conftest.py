"""What the tests of this room share: small papers, and ways to read a file back."""

import ctypes
import dataclasses
import io
import struct
import zlib
from datetime import date
from decimal import Decimal
from pathlib import Path

import docx
import pypdfium2
import pypdfium2.raw
import pytest

from prongsai.ita.analysis.weak_points import weak_points
from prongsai.ita.catalogue import available_years, framework_for, load_framework
from prongsai.ita.catalogue.playbook import load_playbook
from prongsai.ita.papers.blocks import (
    Bar,
    BarChart,
    Cell,
    Change,
    ChangeChart,
    Column,
    HeatCell,
    HeatMap,
    HeatRow,
    Paper,
    Paragraph,
    Radar,
    Row,
    Series,
    Table,
)
from prongsai.ita.planning import draft_plan
from prongsai.ita.scoring import Scores, decide_level, explain, presume_from, price_list
from prongsai.ita.writing import YearResult, measures_paper

HERE = Path(__file__).parent
AGENCY = "องค์การบริหารส่วนตำบลหนองกระจ่าง"
PARTS = {"EIT1": Decimal("90.02"), "EIT2": Decimal("84.58")}


@pytest.fixture(scope="session")
def day() -> date:
    return date(2025, 3, 17)


@pytest.fixture(scope="session")
def paper_of():
    """A function: blocks in, a paper of the invented agency out."""
    plain = Paper(
        ("เอกสารทดสอบ",), "ทดสอบการพิมพ์", (), "องค์การบริหารส่วนตำบลหนองกระจ่าง", 2568, footer="ข้อมูลสมมุติเพื่อการสาธิต"
    )
    return lambda *blocks, **changes: dataclasses.replace(plain, blocks=blocks, **changes)


@pytest.fixture(scope="session")
def table_of():
    """A function: rows of texts in, a table with headers ก ข ค ... out; a string instead of a row is a band."""

    def make(*rows, shares=None, **more):
        widest = max((len(row) for row in rows if not isinstance(row, str)), default=2)
        shares = shares or [1] * widest
        columns = tuple(Column(f"หัว{'กขคงจฉช'[n]}", share) for n, share in enumerate(shares))
        made = [
            Row(band=row) if isinstance(row, str) else Row(tuple(Cell((Paragraph((text,)),)) for text in row))
            for row in rows
        ]
        return Table(columns, tuple(made), summary="ตารางทดสอบ", **more)

    return make


@pytest.fixture(scope="session")
def text_of():
    """A function: the text of a PDF, or of one of its pages, as pdfium reads it."""

    def read(pdf, page=None):
        document = pypdfium2.PdfDocument(pdf)
        pages = range(len(document)) if page is None else [page]
        return "\n".join(document[n].get_textpage().get_text_range() for n in pages).replace("\r\n", "\n")

    return read


@pytest.fixture(scope="session")
def lines_of():
    """A function: the lines of a PDF by where they stand (characters on one baseline), without blanks."""

    def read(pdf):
        lines: dict[tuple[int, int], str] = {}
        document = pypdfium2.PdfDocument(pdf)
        x, y = ctypes.c_double(), ctypes.c_double()
        for number in range(len(document)):
            page = document[number].get_textpage()
            for n in range(page.count_chars()):
                letter = chr(pypdfium2.raw.FPDFText_GetUnicode(page, n))
                if letter.strip():
                    pypdfium2.raw.FPDFText_GetCharOrigin(page, n, x, y)
                    key = (number, round(y.value))
                    lines[key] = lines.get(key, "") + letter
        return list(lines.values())

    return read


@pytest.fixture(scope="session")
def opened():
    """A function: the bytes of a Word file as python-docx opens them."""
    return lambda written: docx.Document(io.BytesIO(written))


@pytest.fixture(scope="session")
def scores() -> list[Decimal]:
    """The ten indicators of the demo agency in 2567."""
    return [
        Decimal(text)
        for text in ["93.40", "87.92", "86.75", "78.16", "88.07", "90.45", "87.83", "83.62", "95.00", "87.50"]
    ]


INDICATORS = (
    "1 การปฏิบัติหน้าที่",
    "2 การใช้งบประมาณ",
    "3 การใช้อำนาจ",
    "4 การใช้ทรัพย์สินของราชการ",
    "5 การแก้ไขปัญหาการทุจริต",
    "6 คุณภาพการดำเนินงาน",
    "7 ประสิทธิภาพการสื่อสาร",
    "8 การปรับปรุงการทำงาน",
    "9 การเปิดเผยข้อมูล",
    "10 การป้องกันการทุจริต",
)
EARLIER = ("91.90", "82.67", "84.19", "83.05", "85.40", "84.12", "81.36", "80.28", "87.50", "93.75")


@pytest.fixture(scope="session")
def radar(scores) -> Radar:
    """Ten indicators of the demo agency in two years, the figures in no table beside it."""
    both = (Series("ปี 2567", tuple(scores)), Series("ปี 2566", tuple(Decimal(text) for text in EARLIER)))
    return Radar(INDICATORS, both, "เรดาร์สองปี", "แผนภูมิที่ 1 คะแนนสองปี", Decimal(85))


@pytest.fixture(scope="session")
def change_chart(scores) -> ChangeChart:
    """What the ten indicators gained or lost."""
    changes = zip(INDICATORS, scores, EARLIER, strict=True)
    return ChangeChart(
        tuple(Change(label, now - Decimal(then)) for label, now, then in changes), "แท่งสองข้าง", "แผนภูมิที่ 2 การเปลี่ยนแปลง"
    )


@pytest.fixture(scope="session")
def heat_map() -> HeatMap:
    """Two indicators with seven and two questions."""
    first = tuple(HeatCell(f"I{n}", Decimal(70 + 4 * n), weak=70 + 4 * n < 85) for n in range(1, 8))
    second = (HeatCell("E1", Decimal("72.90"), weak=True), HeatCell("E2", None))
    rows = (HeatRow("4 การใช้ทรัพย์สินของราชการ", first), HeatRow("7 ประสิทธิภาพการสื่อสาร", second))
    return HeatMap(rows, "แผนที่คะแนน", "แผนภูมิที่ 3 คะแนนรายข้อ", Decimal(85))


@pytest.fixture(scope="session")
def bar_chart(scores) -> BarChart:
    """The ten indicators as bars."""
    bars = tuple(Bar(label, score, weak=score < 85) for label, score in zip(INDICATORS, scores, strict=True))
    return BarChart(bars, "แท่งสิบตัวชี้วัด", "แผนภูมิที่ 4 คะแนน", Decimal(85))


@pytest.fixture(scope="session")
def charts(radar, change_chart, heat_map, bar_chart):
    """One chart of each kind."""
    return (radar, change_chart, heat_map, bar_chart)


@pytest.fixture(scope="session")
def picture() -> bytes:
    """A small grey PNG, twice as wide as high, in place of an agency's emblem."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * 40 for _ in range(20))
    head = struct.pack(">IIBBBBB", 40, 20, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture(scope="session")
def presumed():
    return presume_from(load_framework(year) for year in available_years())


@pytest.fixture(scope="session")
def planned(scores, presumed):
    """A function: year of the result and of the plan in, the demo agency's plan and result out."""

    def plan_of(
        year,
        plan_year,
        *,
        changes=None,
        year_before=None,
        overall_before=None,
        overall="88.75",
        level="ผ่าน",
        **known_more,
    ):
        framework = load_framework(year)
        known = Scores(
            indicators=dict(enumerate(scores, start=1)),
            eit_parts=PARTS,
            overall=Decimal(overall) if overall else None,
            level=level,
            **known_more,
        )
        outcome = explain(framework, known, presumed)
        prices = price_list(framework, known, presumed)
        result = YearResult(
            framework, outcome, decide_level(framework, outcome), prices, changes, year_before, overall_before
        )
        weak = weak_points(framework, known, presumed=presumed)
        plan = draft_plan(framework_for(plan_year), weak, load_playbook(), plan_year=plan_year, results=framework)
        return plan, result

    return plan_of


@pytest.fixture(scope="session")
def composed(planned):
    """A function: year of the result and of the plan in, the measures paper of the demo agency out."""
    of_the_result = ("items", "questions", "changes", "year_before", "overall_before", "overall", "level")

    def compose(year, plan_year, **more):
        known = {name: more.pop(name) for name in of_the_result if name in more}
        plan, result = planned(year, plan_year, **known)
        return measures_paper(plan, result, framework_for(plan_year), agency=AGENCY, **more)

    return compose
