"""Lines and paragraphs of PDFs as they are printed."""

import pikepdf
import pytest

from ita.reading.typst_pages import PLAIN_FONT, blocks, changed, lines, pages, paragraphs
from prongsai.ita.reading import TextLine
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.thai import compact

WORDS = "ซึ่งที่นี้ทั้งเพิ่มขึ้น น้ำ ค่ำ ปั้น ปู่ ฎีกา ญัตติ ฐานข้อมูล สื่อสาร พ.ศ. ๒๕๖๗ คำสั่งแต่งตั้งคณะทำงาน ผู้บังคับบัญชา"
LONG = (
    "องค์การบริหารส่วนตำบลหนองกระจ่างได้นำผลการประเมินมาวิเคราะห์หาข้อที่ควรพัฒนา แล้วกำหนดมาตรการสำหรับปีถัดไป "
    "โดยให้ทุกส่วนราชการร่วมกันทบทวนขั้นตอนการให้บริการ เผยแพร่ข้อมูลให้ประชาชนทราบ และรายงานความก้าวหน้าทุกไตรมาส"
)


@pytest.mark.parametrize("font", ["", PLAIN_FONT], ids=["recipe", "plain"])
def test_thai_words_come_out_letter_for_letter(font):
    """Plain Typst names a stacked mark by its whole syllable, so that readers show it twice."""
    assert compact("".join(lines(paragraphs([WORDS], font)))) == compact(WORDS)


def test_a_paragraph_over_several_lines_is_one_text():
    assert [compact(line) for line in lines(paragraphs([LONG, LONG]))] == [compact(LONG)] * 2


def test_no_blank_comes_into_a_thai_word_that_a_line_end_has_parted():
    (line,) = lines(paragraphs([LONG.replace(" ", "")]))
    assert line == LONG.replace(" ", "")


def test_latin_words_keep_the_blank_at_a_line_end():
    text = "Integrity and Transparency Assessment " * 5
    assert lines(paragraphs([text])) == [text.strip()]


def test_blanks_between_words_of_a_line_stay():
    assert lines(paragraphs(["ร้อยละ 85 ของ ประชาชน อ.เมือง จ.ตัวอย่างธานี"])) == ["ร้อยละ 85 ของ ประชาชน อ.เมือง จ.ตัวอย่างธานี"]


@pytest.mark.parametrize(
    "style", ["#set par(justify: true)", "#set text(tracking: 0.12em)", "#set text(tracking: 0.3em)"]
)
def test_letters_that_stand_apart_get_no_blanks_between_them(style):
    (line,) = lines(paragraphs(["การประเมินคุณธรรมและความโปร่งใส ปี ๒๕๖๗"], style + "\n"))
    assert line == "การประเมินคุณธรรมและความโปร่งใส ปี ๒๕๖๗"


def test_items_of_a_list_stay_apart():
    items = ["๑. " + LONG, "๒. " + LONG, "- ติดป้าย", "- แจกแผ่นพับ", "(๑) ประชุม", "(๒) รายงาน"]
    assert [compact(line) for line in lines(paragraphs(items, "#set par(spacing: 0.6em)\n"))] == list(
        map(compact, items)
    )


@pytest.mark.parametrize("figure", ["๙๓.๔๐ คะแนน", "85.85 คะแนน อยู่ในระดับผ่าน", "๒๕๖๗ เป็นต้นไป"])
def test_a_figure_at_the_beginning_of_a_line_is_no_number_of_an_item(figure):
    filling = "องค์การบริหารส่วนตำบลหนองกระจ่างได้คะแนนภาพรวมของปีงบประมาณที่ผ่านมาเพิ่มขึ้นกว่าปีก่อนโดยได้เท่ากับ"
    fits = '#context block(width: measure(data.at(0)).width + 4pt, par(data.join(" ")))'
    assert lines(pages(fits, [filling, figure])) == [f"{filling} {figure}"]


def test_indented_paragraphs_begin_a_paragraph_of_their_own():
    setup = "#set par(first-line-indent: (amount: 2.5cm, all: true), spacing: 0.6em)\n"
    assert [compact(line) for line in lines(paragraphs([LONG, LONG, LONG], setup))] == [compact(LONG)] * 3


def test_lines_of_a_heading_stay_apart():
    head = [
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "องค์การบริหารส่วนตำบลหนองกระจ่าง อำเภอฟ้ากว้าง จังหวัดตัวอย่างธานี",
    ]
    setup = "#set align(center)\n#set text(size: 14pt)\n#set par(spacing: 0.6em)\n"
    assert lines(paragraphs(head, setup)) == head


def test_a_paragraph_goes_on_over_the_page():
    setup = "#v(23.8cm)\n"
    (line,) = lines(paragraphs([LONG + LONG], setup))
    assert compact(line) == compact(LONG + LONG)


def test_space_above_a_line_is_a_gap():
    body = '#set par(spacing: 0.7em)\n#for it in data { par(text(it)) }\n#v(1.5em)\n#par("ข้อเสนอแนะ")'
    found = blocks(pages(body, ["ผลการประเมิน", "ปัญหาที่พบ", "ขาดบุคลากร", "ขาดงบประมาณ"]))
    assert [block.gap for block in found if isinstance(block, TextLine)] == [False, False, False, False, True]


def test_lines_are_numbered_in_order():
    assert [block.number for block in blocks(paragraphs(["หนึ่ง", "สอง", "สาม"]))] == [1, 2, 3]


def test_numbers_and_codes_keep_their_letters_together():
    text = "ข้อ i๑๔ และ e13 ได้ ๘๘.๗๕ จาก 100.00 คะแนน ร้อยละ ๙๓,๔๐๐.๕๐"
    assert lines(paragraphs([text])) == [text]


def test_slanted_and_upright_text_beside_the_lines_is_left_out():
    mark = "#set page(background: rotate(-45deg, text(size: 60pt, fill: luma(200))[สำเนา]))\n"
    margin = "#place(left, dx: -1cm, rotate(-90deg, reflow: true)[ขอบกระดาษ])\n"
    assert lines(paragraphs(["ผลการประเมิน"], mark + margin)) == ["ผลการประเมิน"]


@pytest.mark.parametrize("turns", [90, 180, 270])
def test_a_page_that_is_turned_for_showing_is_read_as_shown(turns):
    """A landscape page may be stored turned, with a note to the viewer to turn it back."""
    straight = paragraphs(["บรรทัดที่หนึ่ง", "บรรทัดที่สอง ๒๕๖๗"])

    def turn(document):
        page = document.pages[0]
        width, height = float(page.MediaBox[2]), float(page.MediaBox[3])
        matrix = {90: f"0 1 -1 0 {height} 0", 180: f"-1 0 0 -1 {width} {height}", 270: f"0 -1 1 0 0 {width}"}[turns]
        box = [0, 0, width, height] if turns == 180 else [0, 0, height, width]
        inner = page.Contents.read_bytes()
        page.Contents = document.make_stream(f"q {matrix} cm ".encode() + inner + b" Q")
        page.MediaBox = box
        page.CropBox = box
        page.Rotate = turns

    assert lines(changed(straight, turn)) == ["บรรทัดที่หนึ่ง", "บรรทัดที่สอง ๒๕๖๗"]


def test_text_outside_the_visible_part_of_a_page_is_left_out():
    both = pages('#par("เห็น")\n#place(bottom, par("ไม่เห็น"))')

    def cut(document):
        document.pages[0].CropBox = [0, 400, 595, 842]

    assert lines(changed(both, cut)) == ["เห็น"]


def test_letters_of_an_old_thai_font_are_read_and_told():
    """Old Thai fonts give their letters the numbers of Latin ones."""
    mistaken = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน".encode("cp874").decode("latin-1")
    made = pdf_blocks(paragraphs([mistaken]))
    assert compact(made.blocks[0].text) == compact("การประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน")
    assert [notice.rule for notice in made.notices] == ["encoding-concluded"]


def test_a_heading_line_stays_apart_also_where_the_line_above_is_nearly_full():
    head = [
        "การวิเคราะห์ผลการประเมิน ITA และการกำกับติดตาม",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (รอบ ๖ เดือน)",
        "เทศบาลตำบลท่าแจ่มจันทร์ อ.ฟ้ากว้าง จ.ตัวอย่างธานี",
    ]
    narrow = "#set page(width: 12.2cm)\n#set align(center)\n#set par(spacing: 0.6em)\n"
    assert lines(paragraphs(head, narrow)) == head


def test_a_year_in_the_middle_of_a_sentence_is_no_heading():
    filling = "องค์การบริหารส่วนตำบลหนองกระจ่างมีคะแนนภาพรวมของปีที่ผ่านมาเพิ่มขึ้นอย่างต่อเนื่องทุกตัวชี้วัดจาก"
    rest = "ปีงบประมาณ พ.ศ. ๒๕๖๖ (๘๗.๑๕ คะแนน)"
    fits = "#context block(width: measure(data.at(0)).width + 4pt, par(data.join()))"
    assert lines(pages(fits, [filling, rest])) == [filling + rest]


def test_blanks_that_a_file_draws_out_of_order_stand_where_they_are_seen():
    """Word processors draw the blanks of another font in a run of their own."""

    def reorder(document):
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier)
        page = document.pages[0]
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=document.make_indirect(font)))
        words = b"1 0 0 1 72 700 Tm (one) Tj 1 0 0 1 100.8 700 Tm (two) Tj 1 0 0 1 93.6 700 Tm ( ) Tj"
        page.Contents = document.make_stream(b"BT /F1 12 Tf " + words + b" ET")

    assert lines(changed(paragraphs([""]), reorder)) == ["one two"]
