"""The longest names and the longest table: every format renders, nothing leaves the page, all of it comes back."""

import io
from dataclasses import replace

import pypdfium2
import pypdfium2.raw
import pytest

from prongsai.ita.catalogue import load_framework
from prongsai.ita.reading import read_bytes
from prongsai.ita.thai import compact, to_arabic
from prongsai.ita.writing import compose, write_docx, write_html, write_pdf, write_xlsx

FORMATS = {"docx": write_docx, "html": write_html, "xlsx": write_xlsx, "pdf": write_pdf}
AGENCY = ("องค์การบริหารส่วนตำบล" + "หนองกระจ่างฟ้ากว้างทุ่งตัวอย่าง" * 10)[:300]
UNIT = ("กองสาธารณสุข" + "สิ่งแวดล้อมสวัสดิการสังคมและการศึกษา" * 4)[:120]
STEPS = tuple(f"ขั้นที่ {n} ตรวจข้อมูลและแจ้งผลให้ส่วนราชการทราบ" for n in range(1, 61))


@pytest.fixture(scope="module")
def stressed(plan):
    """The plan of the office with sixty steps in one row and a unit of 120 characters beside them."""
    first = replace(plan.measures[0], steps=STEPS, lead_unit=UNIT, supporting_units=("กองคลัง",))
    return replace(plan, measures=(first, *plan.measures[1:]))


@pytest.fixture(scope="module")
def papers(stressed, framework, head):
    long = head(agency=AGENCY, unit=UNIT, footer="ข้อมูลสมมุติเพื่อการสาธิต")
    running = load_framework(2568)
    rows = compose.rows_of_plan(stressed)
    return {
        "by indicator": compose.measures_by_indicator_paper(long, stressed, running, framework),
        "free": compose.measures_free_paper(long, stressed),
        "report": compose.report_paper(long, rows, running, months=6),
        "memo": compose.measures_memo(long, stressed),
    }


@pytest.mark.parametrize("name", ["by indicator", "free", "report", "memo"])
@pytest.mark.parametrize("ending", FORMATS)
def test_the_longest_paper_comes_out_and_its_sixty_steps_come_back(papers, day, name, ending):
    read = read_bytes(FORMATS[ending](papers[name], day), f"paper.{ending}")
    if name != "memo":
        steps = max((row.steps for row in read.measures), key=len)
        assert [to_arabic(compact(text)) for text in steps] == [compact(text) for text in STEPS]
        assert [compact(UNIT), "กองคลัง"] in [[compact(unit) for unit in row.units] for row in read.measures]


@pytest.mark.parametrize("name", ["by indicator", "free", "report", "memo"])
def test_nothing_leaves_the_page_and_no_two_columns_meet(papers, day, name):
    document = pypdfium2.PdfDocument(io.BytesIO(write_pdf(papers[name], day)))
    assert 1 <= len(document) <= 15
    for page in document:
        text = page.get_textpage()
        width, height = page.get_size()
        boxes = [text.get_charbox(n) for n in range(text.count_chars())]
        seen = [box for box in boxes if box[2] > box[0]]
        assert seen, "an empty page"
        assert min(box[0] for box in seen) > 50
        assert max(box[2] for box in seen) < width - 50
        assert min(box[1] for box in seen) > 15
        assert max(box[3] for box in seen) < height - 15
