"""Letters, agendas and packs have no rows to compare: head and every text of theirs come back from each format."""

import pytest

from ita.writing.compose.bared import bared
from ita.writing.compose.test_every_paper import all_papers  # noqa: F401 - a fixture
from prongsai.ita.papers.blocks import BarChart, ChangeChart, HeatMap, Radar
from prongsai.ita.reading import read_bytes
from prongsai.ita.reading.docx_layout import docx_blocks
from prongsai.ita.reading.html_layout import html_blocks
from prongsai.ita.reading.layout import TextLine
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.reading.xlsx_layout import xlsx_blocks
from prongsai.ita.thai import compact
from prongsai.ita.writing import write_docx, write_html, write_pdf, write_xlsx

FORMATS = {"docx": write_docx, "html": write_html, "xlsx": write_xlsx, "pdf": write_pdf}
LAYOUTS = {
    "docx": docx_blocks,
    "html": lambda page: html_blocks(page.decode("utf-8")),
    "xlsx": xlsx_blocks,
    "pdf": pdf_blocks,
}
LETTERS = ["memo", "measures memo", "report memo", "monthly", "meeting", "data call", "briefing", "measures announced"]
PLACE = "อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี"


def read_texts(written, ending):
    """Give all that the reader sees in a file, one text."""
    texts = []
    for block in LAYOUTS[ending](written).blocks:
        if isinstance(block, TextLine):
            texts.append(block.text)
        else:
            texts += [line for row in block.rows for cell in row.cells for line in cell.lines]
    return compact("".join(texts))


@pytest.mark.parametrize("ending", FORMATS)
@pytest.mark.parametrize("name", LETTERS)
def test_head_and_every_text_come_back(all_papers, head, texts_of, day, name, ending):  # noqa: F811
    paper = all_papers(head(unit="สำนักปลัด", place=PLACE))[name]
    written = bared(FORMATS[ending](paper, day), ending)
    read = read_bytes(written, f"paper.{ending}")
    assert compact(read.document.title) == compact(paper.title[0])
    assert read.agency.name == paper.agency
    seen = read_texts(written, ending)
    drawn = {block.caption for block in paper.blocks if isinstance(block, BarChart | Radar | ChangeChart | HeatMap)}
    assert [text for text in texts_of(paper) if text not in drawn and compact(text) not in seen] == []
