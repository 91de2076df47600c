import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from prongsai.ita.papers.blocks import (
    Cell,
    Column,
    Field,
    FormLine,
    Gap,
    Heading,
    Items,
    Notice,
    PageBreak,
    PaperStyle,
    Paragraph,
    Row,
    SignatureBlock,
    Table,
)
from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing import write_html
from prongsai.ita.writing.html_style import font_family

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def page(paper_of, day):
    """A function: blocks in, the parsed page out."""

    def write(*blocks, style=None, **changes):
        return html.fromstring(write_html(paper_of(*blocks, **changes), day, style).decode("utf-8"))

    return write


def levels(tree):
    return [int(element.tag[1]) for element in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]


def test_the_page_says_its_language_title_author_and_width(page):
    tree = page(Paragraph(("ก",)), draft=False)
    assert tree.get("lang") == "th"
    assert tree.findtext("head/title") == "เอกสารทดสอบ"
    named = {meta.get("name"): meta.get("content") for meta in tree.iter("meta")}
    assert named["author"] == "องค์การบริหารส่วนตำบลหนองกระจ่าง"
    assert named["viewport"] == "width=device-width, initial-scale=1"
    assert named["dcterms.created"] == "2025-03-17"
    assert next(meta.get("charset") for meta in tree.iter("meta")) == "utf-8"


def test_it_is_a_page_of_html_five_with_landmarks(paper_of, day, page):
    assert write_html(paper_of(), day).startswith(b'<!DOCTYPE html>\n<html lang="th">')
    tree = page(Paragraph(("ก",)))
    assert [len(tree.findall(f".//{tag}")) for tag in ("main", "footer", "h1")] == [1, 1, 1]
    assert "".join(tree.find(".//footer").itertext()) == "ข้อมูลสมมุติเพื่อการสาธิต"


def test_nothing_is_fetched_and_nothing_runs(paper_of, day, charts, picture):
    told = write_html(paper_of(Paragraph(("ก",)), *charts), day, PaperStyle(emblem=picture)).decode("utf-8")
    assert not re.search(r"<script|<link|<iframe|@import|url\((?!#)|\son[a-z]+=|srcset", told)
    sources = re.findall(r'(?:src|href|action)="([^"]*)"', told)
    assert [source[:22] for source in sources] == ["data:image/png;base64,"]
    assert set(re.findall(r"https?:[^\"' ]*", told)) == {"http://www.w3.org/2000/svg"}  # a name, not an address


def test_text_is_never_taken_for_markup(page):
    sly = '<script>alert()</script> & <b onclick="x">ข</b> </style>'
    tree = page(Heading(sly), Paragraph((sly,)), Notice(sly), title=(sly,), agency=sly, subject=sly, footer=sly)
    assert tree.findall(".//script") == []
    assert tree.findall(".//b") == []
    assert "".join(tree.findall(".//p")[0].itertext()) == sly


def test_headings_go_down_one_level_at_a_time(page):
    tree = page(Heading("ลึก", 3), Heading("หนึ่ง"), Heading("สาม", 3), PageBreak(), Heading("สอง", 2))
    assert levels(tree) == [1, 2, 2, 3, 3]


def test_an_empty_heading_is_left_out_and_a_paper_without_title_is_named(page):
    tree = page(Heading(" "), title=())
    assert levels(tree) == [1]
    assert "".join(tree.find(".//h1").itertext()) == "ทดสอบการพิมพ์"


def test_a_table_has_caption_scopes_and_a_region_that_is_named_and_reached_by_keyboard(page, table_of):
    tree = page(table_of("ประเด็นที่ 1", ("ก", "ข"), "ประเด็นที่ 2", ("ค", "ง"), caption="ตารางที่ 1"))
    region = tree.find(".//table").getparent()
    assert [region.get(name) for name in ("role", "tabindex", "aria-label")] == ["region", "0", "ตารางทดสอบ"]
    assert "".join(tree.find(".//caption").itertext()) == "ตารางที่ ๑"
    assert [cell.get("scope") for cell in tree.iter("th")] == ["col", "col", "rowgroup", "row", "rowgroup", "row"]
    assert len(tree.findall(".//tbody")) == 2
    assert [cell.get("colspan") for cell in tree.iter("th") if cell.get("scope") == "rowgroup"] == ["2", "2"]


def test_every_row_has_as_many_cells_as_the_header(page, table_of):
    tree = page(table_of(("ก", "ข", "ค"), ("ง", "จ", "ฉ")))
    assert {sum(int(cell.get("colspan", 1)) for cell in row) for row in tree.iter("tr")} == {3}


def test_figures_are_set_to_the_end(page):
    row = Row((Cell((Paragraph(("ก",)),)), Cell((Paragraph(("9.99",)),), numeric=True)))
    tree = page(Table((Column("ก", 1), Column("ข", 1)), (row,), "ตาราง"))
    assert [cell.get("class") for cell in tree.iter("td")] == ["number"]
    assert tree.findtext(".//td/p") == "๙.๙๙"


def test_wide_tables_scroll_inside_their_region(page, table_of):
    classes = [page(table_of(tuple("ก" * n))).find(".//table").get("class") for n in (2, 4, 6)]
    assert classes == ["narrow", "middling", "wide"]


def test_lists_gaps_notices_and_line_feeds(page):
    tree = page(
        Items((("หนึ่ง",), ("สอง",))), Items((("ก",),), numbered=False), Notice("ระวัง"), Paragraph(("ก\nข ", Gap("เลขที่")))
    )
    assert ["".join(item.itertext()) for item in tree.findall(".//ol/li")] == ["หนึ่ง", "สอง"]
    assert tree.find(".//ul").get("class") == "dashed"
    assert tree.findtext(".//p[@class='notice']") == "ระวัง"
    assert len(tree.findall(".//main//p/br")) == 1
    gap = tree.find(".//span[@class='gap']")
    assert "".join(gap.itertext()) == " «โปรดระบุ: เลขที่»"


def test_numerals_follow_the_style_in_text_and_in_lists(paper_of, day):
    blocks = (Paragraph(("ข้อ I14 ปี 2567",)), Items((("ก",),)))
    thai, arabic = (
        write_html(paper_of(*blocks), day, PaperStyle(digits=digits)).decode("utf-8") for digits in ("thai", "arabic")
    )
    assert "i๑๔" in thai
    assert "list-style-type: thai" in thai
    assert "i14" in arabic
    assert "list-style-type: decimal" in arabic


def test_a_draft_says_so_in_its_title_on_the_page_and_in_the_margin_of_print(paper_of, day, page):
    tree = page(Paragraph(("ก",)))
    assert tree.findtext("head/title").startswith("ร่าง: ")
    assert tree.findtext(".//p[@class='draft']") == "ร่าง"
    assert 'content: "ร่าง"' in tree.findtext(".//style")
    assert "ร่าง" not in write_html(paper_of(Paragraph(("ก",)), draft=False), day).decode("utf-8")


def test_landscape_parts_print_lying_on_a4(page):
    tree = page(Paragraph(("ก",)), PageBreak(landscape=True), Paragraph(("ข",)))
    assert [part.get("class") for part in tree.findall(".//main/div")] == ["part", "part landscape"]
    sheet = tree.findtext(".//style")
    assert "size: A4 landscape" in sheet
    assert "margin: 2.5cm 2cm 2cm 3cm" in sheet


def test_the_title_of_a_paper_that_lies_from_its_beginning_prints_on_its_first_lying_page(page):
    lying = page(PageBreak(landscape=True), Paragraph(("ก",)))
    standing = page(Paragraph(("ก",)), PageBreak(landscape=True), Paragraph(("ข",)))
    assert [tree.find("body").get("class") for tree in (lying, standing)] == ["lying", None]
    sheet = lying.findtext(".//style")
    assert re.search(r"\.lying h1[^}]*\{ page: lying; \}", sheet)
    assert "@page lying:first" in sheet


def test_a_wide_table_has_room_on_a_wide_screen(page):
    sheet = page().findtext(".//style")
    body, table = (
        float(re.search(rule, sheet)[1]) for rule in (r"max-width: ([\d.]+)rem; color", r"wide \{ min-width: (\d+)rem")
    )
    assert body >= table + 1.6  # the padding at both sides


def test_charts_are_drawn_inside_the_page_each_with_its_table(page, charts):
    tree = page(*charts)
    drawings = list(tree.iter("svg", f"{SVG}svg"))
    assert [drawing.get("role") for drawing in drawings] == ["img"] * 4
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    captions = ["".join(caption.itertext()) for caption in tree.iter("caption")]
    assert captions == [
        "ตัวเลขของแผนภูมิที่ ๑ คะแนนสองปี",
        "ตัวเลขของแผนภูมิที่ ๒ การเปลี่ยนแปลง",
        "ตัวเลขของแผนภูมิที่ ๓ คะแนนรายข้อ",
    ]
    assert ["".join(caption.itertext()) for caption in tree.iter("figcaption")][-1] == "แผนภูมิที่ ๔ คะแนน"


def test_an_emblem_is_inside_the_page_and_described_and_without_one_nothing_is_drawn(page, picture):
    image = page(style=PaperStyle(emblem=picture, emblem_align="start")).find(".//header/img")
    assert image.get("alt") == "ตราของหน่วยงาน"
    assert image.get("class") == "emblem start"
    assert page().findall(".//img") == []
    with pytest.raises(Refused, match="PICTURE"):
        page(style=PaperStyle(emblem=b"GIF89a"))


def test_lines_of_a_form_and_signatures(page):
    line = FormLine((Field("ที่", ("ตย 71001/1",)), Field("วันที่", (Gap("วันที่"),))))
    tree = page(line, SignatureBlock("ผู้จัดทำ", "ตำแหน่งหนึ่ง", Gap("ชื่อ")), form="memo")
    assert ["".join(field.itertext()).split()[0] for field in tree.findall(".//p[@class='form-line']/span")] == [
        "ที่",
        "วันที่",
    ]
    signer = ["".join(line.itertext()).strip() for line in tree.findall(".//div[@class='signer']/p")]
    assert [signer[0].split()[-1], signer[2]] == ["ผู้จัดทำ", "ตำแหน่งหนึ่ง"]
    assert "«โปรดระบุ: ตราครุฑ»" in "".join(tree.find(".//header").itertext())


def test_fonts_are_named_and_never_break_out_of_the_sheet(paper_of, day):
    assert font_family('Evil"; } body { display: none').startswith('"Evil  body  display none", "Sarabun"')
    sheet = write_html(paper_of(), day, PaperStyle(font_screen="TH Sarabun New", size_screen=Decimal(15))).decode(
        "utf-8"
    )
    assert 'font-family: "TH Sarabun New", "Sarabun"' in sheet
    assert "html { font-size: 1.25em" in sheet
    assert "@font-face" not in sheet


def test_the_footer_of_the_agency_follows_that_of_the_paper(page):
    tree = page(style=PaperStyle(footer="อบต.หนองกระจ่าง"))
    assert "".join(tree.find(".//footer").itertext()) == "ข้อมูลสมมุติเพื่อการสาธิต · อบต.หนองกระจ่าง"
    assert page(footer="").findall(".//footer") == []


def test_the_same_content_and_date_give_the_same_bytes(paper_of, day, charts):
    assert write_html(paper_of(*charts), day) == write_html(paper_of(*charts), day)


def test_lines_end_only_between_words_and_the_text_is_unharmed(page):
    words = "ภายในหน่วยงานขององค์การบริหารส่วนตำบลหนองกระจ่าง"
    paragraph = page(Paragraph((words,))).find(".//main//p")
    assert "".join(paragraph.itertext()) == words
    pieces = [paragraph.text, *(wbr.tail for wbr in paragraph)]
    assert "หน่วยงาน" in pieces
    assert "หนองกระจ่าง" in pieces
    assert "main, footer { white-space: nowrap; }" in page().findtext(".//style")


@pytest.mark.parametrize("word", ["ก" * 200, "https://nongkrachang.example/" + "a" * 90])
def test_a_word_wider_than_a_telephone_may_end_a_line(page, word):
    paragraph = page(Paragraph((word,))).find(".//main//p")
    assert "".join(paragraph.itertext()) == word
    assert max(len(part) for part in [paragraph.text, *(wbr.tail for wbr in paragraph)]) <= 29


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_no_text_whatever_breaks_the_page(page, table_of, texts):
    blocks = [Paragraph(tuple(texts)), Heading(texts[0]), Notice(texts[0]), table_of(*[(text, text) for text in texts])]
    tree = page(*blocks, agency=texts[0], footer=texts[-1], subject=texts[0], title=tuple(texts))
    assert len(tree.findall(".//table")) == 1
    assert levels(tree)[0] == 1
