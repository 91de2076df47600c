"""The same paper as text, Word file, web page, workbook and PDF is read alike."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from ita.reading.reformat import reformat
from prongsai.ita.reading import read_blocks, read_text
from prongsai.ita.reading.docx_layout import docx_blocks
from prongsai.ita.reading.html_layout import decode_html, html_blocks
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.reading.xlsx_layout import xlsx_blocks

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.txt"))
LEAST = 0.95
READERS = {
    "docx": docx_blocks,
    "html": lambda data: html_blocks(decode_html(data).text),
    "xlsx": xlsx_blocks,
    "pdf": pdf_blocks,
}


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_paper_is_read_alike_in_every_format(paper, kind, scorer, valid):
    made = READERS[kind](reformat(paper.read_text(encoding="utf-8"), kind))
    assert made.notices == ()
    got = json.loads(json.dumps(valid(read_blocks(made.blocks, name=paper.stem))))
    tallies = scorer.score(scorer.load(str(paper.with_suffix(".json"))), got)
    notes = "\n".join(note for tally in tallies.values() for note in tally.notes)
    assert scorer.overall(tallies) >= LEAST, notes


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_a_table_of_measures_comes_through_without_any_difference(kind):
    text = """มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๗
เทศบาลตำบลท่าแจ่มจันทร์ อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี

<table>
<tr><th rowspan="2">ประเด็น</th><th rowspan="2">มาตรการ</th><th colspan="3">การดำเนินการ</th></tr>
<tr><th>ขั้นตอน/วิธีการปฏิบัติ</th><th>ผู้รับผิดชอบ</th><th>ระยะเวลา</th></tr>
<tr><td rowspan="2">(๔) กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ</td><td>จัดทำทะเบียนการยืม</td>
<td><ol><li>ออกแบบใบยืม</li><li>แจ้งเวียนทุกกอง</li></ol></td><td>กองคลัง</td><td>ต.ค. ๖๖ - ก.ย. ๖๗</td></tr>
<tr><td>ตรวจนับครุภัณฑ์</td><td>สุ่มตรวจทุกกอง</td><td>กองคลัง<br>กองช่าง</td><td>ทุก ๖ เดือน</td></tr>
</table>
"""
    as_text = read_text(text)
    assert len(as_text.measures) == 2
    assert as_text.measures[1].issue == 4
    as_file = read_blocks(READERS[kind](reformat(text, kind)).blocks)
    assert replace(as_file, warnings=()) == replace(as_text, warnings=())
