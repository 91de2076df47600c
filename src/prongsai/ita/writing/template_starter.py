"""Makes the Word template from which an agency starts: the measures paper with its fields, to be restyled."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Literal, TypeAlias

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.table import Table as WordTable

from prongsai.ita.papers.blocks import Notice, PaperStyle, Paragraph
from prongsai.ita.writing.docx import without_clock
from prongsai.ita.writing.docx_running import SIGNING_DOTS, SIGNING_EM, Hand, write_notice, write_paragraph
from prongsai.ita.writing.docx_setting import set_margins_text, set_page, set_styles
from prongsai.ita.writing.docx_sizes import points
from prongsai.ita.writing.docx_tables import BAND_FILL, HEAD_FILL, append_row, end_table, fill_cell, new_table
from prongsai.ita.writing.docx_xml import put
from prongsai.ita.writing.forms import TITLE_LARGER
from prongsai.ita.writing.measures import PAGE
from prongsai.ita.writing.numerals import in_numerals

TemplateKind: TypeAlias = Literal["measures"]

_TITLE = (
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส",
    "ประจำปีงบประมาณ พ.ศ. {{ result_year }}",
    "และมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "ประจำปีงบประมาณ พ.ศ. {{ plan_year }}",
    "{{ agency }}",
)
_OPENING = (
    "ตามที่{{ agency }}ได้เข้ารับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {{ result_year }} ได้คะแนนภาพรวม "
    "{{ overall }} คะแนน{% if level %} อยู่ในระดับ “{{ level }}”{% endif %} นั้น",
    "{{ agency }}ได้นำผลการประเมินมาวิเคราะห์หาข้อที่ควรพัฒนา และจัดทำร่างมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    "สำหรับดำเนินการในปีงบประมาณ พ.ศ. {{ plan_year }} โดยมีรายละเอียดดังต่อไปนี้",
)
_SCORES = (
    ("ตัวชี้วัด", "{{ row.indicator }}", 7), ("แบบวัด", "{{ row.instrument }}", 2),
    ("ปีก่อน", "{{ row.before }}", 2), ("คะแนน", "{{ row.score }}", 2), ("เปลี่ยนแปลง", "{{ row.change }}", 3),
)  # fmt: skip
_PRICES = (
    ("ข้อ", "{{ row.code }}", 3), ("เรื่อง", "{{ row.subject }}", 7),
    ("คะแนนที่ได้", "{{ row.score }}", 3), ("คะแนนที่เสียในภาพรวม", "{{ row.points }}", 4),
)  # fmt: skip
_WEAK = (("ข้อ", "{{ row.code }}", 3), ("เรื่อง", "{{ row.subject }}", 10), ("คะแนน", "{{ row.score }}", 3))
_MEASURES = (
    ("ข้อคำถาม / ข้อที่ประเมิน", "{{ row.question }}", 32), ("ข้อค้นพบ", "{{ row.finding }}", 38),
    ("มาตรการ / แนวทาง", "{{ row.measure }}", 36), ("ขั้นตอน / วิธีการปฏิบัติ", "{{ row.steps }}", 62),
    ("ผู้รับผิดชอบ", "{{ row.units }}", 34), ("ระยะเวลา", "{{ row.period }}", 27),
    ("การติดตามผล", "{{ row.follow_up }}", 32),
)  # fmt: skip

_FIGURES = ("before }}", "score }}", "change }}", "points }}")

_Columns: TypeAlias = Sequence[tuple[str, str, int]]


def template_of(kind: TemplateKind = "measures", style: PaperStyle | None = None) -> bytes:
    """Return the starter template of a paper as a Word file, always the same bytes for the same style.

    Its fields are those of `template_fields.FIELDS`; fixed texts have the numerals of the style.
    """
    assert kind == "measures", "no other paper has a template yet"
    made = _Starter(style or PaperStyle())
    made.write()
    return made.finish()


class _Starter:
    """The template while it is being written."""

    def __init__(self, style: PaperStyle) -> None:
        self.style = style
        self.hand = Hand(style)
        self.document: Document = docx.Document()
        set_styles(self.document, style)
        self.landscape = False
        self._set(first=True)

    def write(self) -> None:
        for line in _TITLE:
            self._line(line, bold=True, size=self.style.size_pdf + TITLE_LARGER)
            last = line is _TITLE[-1]
            self.document.paragraphs[-1].paragraph_format.space_after = points(self.style.size_pdf / (1 if last else 4))
        for text in _OPENING:
            write_paragraph(self.hand, self.document.add_paragraph(), Paragraph((text,)))
        self._write_results()
        self._turn(landscape=True)
        self._heading("ส่วนที่ 2 มาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. {{ plan_year }}")
        self._measures()
        self._turn(landscape=False)
        self._heading("ส่วนที่ 3 ข้อจำกัดของหน่วยงานและข้อเสนอแนะ")
        self._sentences("3.1 ข้อจำกัดของหน่วยงาน", "limitations")
        self._sentences("3.2 ข้อเสนอแนะ", "proposals")
        self._tag("{%p if unconfirmed %}")
        self._heading("ส่วนที่ 4 ข้อมูลที่ยังไม่ยืนยันและข้อควรตรวจสอบ")
        remark = Notice("โปรดตรวจสอบเรื่องต่อไปนี้ก่อนเสนอลงนาม และนำส่วนนี้ออกเมื่อตรวจสอบแล้ว")
        write_notice(self.hand, self.document.add_paragraph(), remark)
        self._listed("unconfirmed")
        self._tag("{%p endif %}")
        closing = Paragraph(("จึงขอเสนอมาตรการข้างต้นเพื่อโปรดพิจารณา",))
        write_paragraph(self.hand, self.document.add_paragraph(), closing)
        self._signatures()

    def _write_results(self) -> None:
        self._heading("ส่วนที่ 1 ผลการประเมินประจำปีงบประมาณ พ.ศ. {{ result_year }}")
        self._heading("คะแนนรายตัวชี้วัด", 2)
        self._table("scores", _SCORES, "คะแนนของแต่ละตัวชี้วัด")
        self._listed("differences")
        self._tag("{%p if prices %}")
        self._heading("เรื่องที่มีผลต่อคะแนนภาพรวมมากที่สุด (ประมาณการภายใน)", 2)
        self._table("prices", _PRICES, "เรื่องที่ทำให้เสียคะแนนภาพรวมมากที่สุด")
        self._tag("{%p endif %}")
        self._heading("จุดที่ควรพัฒนา", 2)
        self._table("weak_points", _WEAK, "ข้อที่มีผลการประเมินต่ำ")

    def finish(self) -> bytes:
        properties = self.document.core_properties
        properties.created = properties.modified = datetime(2000, 1, 1)
        properties.title = "แม่แบบมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.language = "th-TH"
        written = io.BytesIO()
        self.document.save(written)
        return without_clock(written.getvalue())

    def _set(self, *, first: bool) -> None:
        section = self.document.sections[-1]
        set_page(section, self.style, landscape=self.landscape)
        set_margins_text(section, self.style, first=first, draft=True, footer="{{ footer }}", landscape=self.landscape)

    def _turn(self, *, landscape: bool) -> None:
        self.landscape = landscape
        self.document.add_section(WD_SECTION.NEW_PAGE)
        self._set(first=False)

    def _line(self, text: str, *, bold: bool = False, size: Decimal | None = None) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        Hand(self.style, size).write(paragraph, (text,), bold=bold)

    def _heading(self, text: str, level: int = 1) -> None:
        self.document.add_heading(in_numerals(text, self.style.digits), level=level)

    def _tag(self, tag: str) -> None:
        self.document.add_paragraph(tag)

    def _listed(self, name: str) -> None:
        self._tag(f"{{%p for text in {name} %}}")
        write_paragraph(self.hand, self.document.add_paragraph(), Paragraph(("{{ text }}",)))
        self._tag("{%p endfor %}")

    def _sentences(self, heading: str, name: str) -> None:
        self._heading(heading, 2)
        self._listed(name)

    def _table(self, name: str, columns: _Columns, summary: str) -> None:
        table, hand = self._headed(columns, summary)
        _tag_row(table, f"{{%tr for row in {name} %}}")
        self._fields(table, columns, hand)
        _tag_row(table, "{%tr endfor %}")
        end_table(self.document, self.style)

    def _measures(self) -> None:
        """Write the table of measures: a band for each group, then its rows."""
        table, hand = self._headed(_MEASURES, "มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปี {{ plan_year }}")
        _tag_row(table, "{%tr for group in groups %}")
        cells = append_row(table).cells
        band = cells[0].merge(cells[-1])
        fill_cell(band, BAND_FILL)
        hand.write(band.paragraphs[0], ("{{ group.title }}",), bold=True)
        band.paragraphs[0].paragraph_format.keep_with_next = True
        _tag_row(table, "{%tr for row in group.measures %}")
        self._fields(table, _MEASURES, hand)
        _tag_row(table, "{%tr endfor %}")
        _tag_row(table, "{%tr endfor %}")

    def _headed(self, columns: _Columns, summary: str) -> tuple[WordTable, Hand]:
        width = PAGE.text_width(self.style, landscape=self.landscape)
        whole = sum(share for _, _, share in columns)
        hand = Hand(self.style, self.style.size_pdf - (2 if len(columns) > 5 else 1), in_cell=True)
        table = new_table(self.document, [width * share / whole for _, _, share in columns], summary)
        row = append_row(table)
        put(row._tr.get_or_add_trPr(), "w:tblHeader")
        for cell, (header, _, _) in zip(row.cells, columns, strict=True):
            fill_cell(cell, HEAD_FILL)
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            hand.write(cell.paragraphs[0], (header,), bold=True)
        return table, hand

    def _fields(self, table: WordTable, columns: _Columns, hand: Hand) -> None:
        row = append_row(table)
        put(row._tr.get_or_add_trPr(), "w:cantSplit")
        for cell, (_, field, _) in zip(row.cells, columns, strict=True):
            hand.write(cell.paragraphs[0], (field,))
            if field.endswith(_FIGURES):
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _signatures(self) -> None:
        self._tag("{%p for signer in signatures %}")
        for n, text in enumerate(
            (f"ลงชื่อ {'.' * SIGNING_DOTS} {{{{ signer.role }}}}", "({{ signer.name }})", "{{ signer.post }}")
        ):
            self._line(text)
            layout = self.document.paragraphs[-1].paragraph_format
            layout.space_before, layout.keep_with_next = points(self.style.size_pdf * (0 if n else SIGNING_EM)), n < 2
        self._tag("{%p endfor %}")


def _tag_row(table: WordTable, tag: str) -> None:
    append_row(table).cells[0].paragraphs[0].add_run(tag)
