"""What the check sees under an item, element by element, and what a gap costs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from office.disclosure.laid_out import SOMETHING, complete, every_sourced, laid_out, words
from prongsai.ita.analysis.item_check import Month, check_item
from prongsai.ita.papers.block_json import paper_to_json
from prongsai.ita.papers.blocks import Column, Gap, Heading, Paper, Paragraph, Row, Table
from prongsai.ita.scoring import item_price
from prongsai.office.disclosure.asked import asked_in
from prongsai.office.disclosure.content import ShownFile, ShownPiece
from prongsai.office.disclosure.placed import LaidOut, SaidOfPiece, placed_of
from prongsai.office.rounds.frameworks import framework_of, presumption

FILE = ShownFile(address="file-1.pdf", name="รายงาน.pdf", sha256="0" * 64, size=1, kind="pdf", version=1)
PROPOSAL = "ข้อเสนอแนะ"


def seen_in(told: LaidOut, element: str = PROPOSAL) -> str:
    return placed_of(told, {element: [element]}).elements[element]


@pytest.mark.parametrize(("year", "code"), every_sourced())
def test_removing_one_element_turns_exactly_that_element_and_names_its_price(year, code):
    framework = framework_of(year)
    asked = asked_in(framework)[code]
    whole = complete(asked, framework)
    check = check_item(framework, asked.item, placed_of(whole, asked.headings), presumption())
    assert [part.key for part in check.parts if part.kind == "element" and part.verdict != "met"] == []
    for place, element in enumerate(asked.item.elements):
        kept = [number for number in range(len(whole.said)) if number != place]
        less = replace(
            whole,
            content=whole.content.model_copy(update={"pieces": tuple(whole.content.pieces[n] for n in kept)}),
            said=tuple(whole.said[n] for n in kept),
        )
        if not kept:
            continue  # with its only element gone nothing is published at all
        found = check_item(framework, asked.item, placed_of(less, asked.headings), presumption())
        turned = [part for part in found.parts if part.kind == "element" and part.verdict != "met"]
        assert [part.key for part in turned] == [element.text]
        assert found.price == item_price(framework, code, presumption())
        assert not found.green


def test_the_price_of_o26_is_two_and_a_half_points_and_it_never_turns_green_without_a_source():
    framework = framework_of(2568)
    asked = asked_in(framework)["O26"]
    (proposal,) = [element.text for element in asked.item.elements if PROPOSAL in element.text]
    pieces = [words(element.text, SOMETHING) for element in asked.item.elements if element.text != proposal]
    of_2567 = {0: SaidOfPiece({}, 2567)}

    lacking = check_item(
        framework, asked.item, placed_of(laid_out(*pieces, said=of_2567), asked.headings), presumption()
    )
    assert [(part.key, part.verdict) for part in lacking.gaps] == [(proposal, "doubtful")]
    assert lacking.price is not None
    assert lacking.price.quantize(Decimal("0.01")) == Decimal("2.50")

    pieces.append(words(proposal, nothing=True))
    mended = check_item(
        framework, asked.item, placed_of(laid_out(*pieces, said=of_2567), asked.headings), presumption()
    )
    assert mended.gaps == ()
    assert mended.label == "ครบตามตัวอย่าง เกณฑ์ยังไม่ยืนยัน"
    assert not mended.green


@pytest.mark.parametrize(
    ("piece", "state"),
    [
        (words(PROPOSAL, "ควรอบรมปีละสองครั้ง"), "present"),
        (words(PROPOSAL, nothing=True), "said-none"),
        (words(PROPOSAL, "ไม่มี"), "said-none"),
        (words(PROPOSAL), "blank"),
        (words(PROPOSAL, "....."), "blank"),
        (words("", "ข้อเสนอแนะ: ไม่มี"), "said-none"),
        (words("", "ข้อเสนอแนะ", "ควรอบรมปีละสองครั้ง"), "present"),
        (words("", "ปัญหาอุปสรรค", "งบประมาณไม่พอ"), "missing"),
        (ShownPiece(kind="table", element=PROPOSAL, rows=(("ลำดับ", "เรื่อง"),)), "blank"),
        (ShownPiece(kind="table", element=PROPOSAL, rows=(("ลำดับ", "เรื่อง"), ("1", "อบรม"))), "present"),
        (ShownPiece(kind="table", rows=(("โครงการ", "ข้อเสนอแนะ"), ("อบรม", "ไม่มี"))), "said-none"),
        (ShownPiece(kind="file", element=PROPOSAL, files=(FILE,)), "present"),
        (ShownPiece(kind="file", heading="รายงาน", files=(FILE,)), "not-checked"),
        (ShownPiece(kind="link", heading="รายงาน", link="https://nongkrachang.example/r"), "not-checked"),
    ],
)
def test_each_way_of_writing_an_element_is_seen_for_what_it_is(piece, state):
    assert seen_in(laid_out(piece)) == state


def test_headings_columns_and_gaps_of_a_composed_paper_are_seen():
    def paper(*blocks):
        told = Paper(title=("รายงานผล",), subject="", blocks=blocks, agency="", year=2568)
        return laid_out(ShownPiece(kind="report", paper=paper_to_json(told)))

    heading = Heading("๔. ข้อเสนอแนะ", 2)
    assert seen_in(paper(heading, Paragraph(("ควรอบรม",)))) == "present"
    assert seen_in(paper(heading, Paragraph(("ไม่มี",)))) == "said-none"
    assert seen_in(paper(heading, Paragraph((Gap("ข้อเสนอแนะ"),)))) == "blank"
    assert seen_in(paper(heading, Heading("๕. ภาคผนวก", 2), Paragraph(("ภาพ",)))) == "blank"
    assert seen_in(paper(Paragraph(("เนื้อหาอื่น",)))) == "missing"
    table = Table((Column("โครงการ", 1), Column("ข้อเสนอแนะ", 1)), (Row(band="กิจกรรมที่ 1"),), "ตาราง")
    assert seen_in(paper(table)) == "blank"


def test_what_a_person_saw_in_a_file_holds_and_what_she_did_not_find_there_is_missing():
    scan = ShownPiece(kind="file", heading="รายงาน", files=(FILE,))
    seen = {0: SaidOfPiece({PROPOSAL: "said-none"})}
    found = placed_of(laid_out(scan, said=seen), {PROPOSAL: [PROPOSAL], "งบที่ใช้": ["งบที่ใช้"]})
    assert found.elements == {PROPOSAL: "said-none", "งบที่ใช้": "missing"}


def test_years_and_months_are_those_that_people_said_else_those_on_the_page():
    piece = words("", "ตุลาคม 2567 จัดซื้อ 8 รายการ", "ธันวาคม 2567 ไม่มี", heading="ปีงบประมาณ พ.ศ. 2567")
    of_page = placed_of(laid_out(piece), {})
    assert of_page.years == {2567}
    assert of_page.months == {Month(2567, 10): "present", Month(2567, 12): "said-none"}
    said = placed_of(laid_out(piece, said={0: SaidOfPiece({}, 2568, ("2567-11",))}), {})
    assert said.years == {2568}
    assert said.months is not None
    assert said.months[Month(2567, 11)] == "present"
    assert placed_of(laid_out(words("", SOMETHING)), {}).years is None


def test_an_item_without_a_piece_is_not_published():
    assert placed_of(laid_out(), {}).published == "no"


def test_a_page_of_pictures_alone_is_advice_and_no_loss():
    picture = FILE.model_copy(update={"kind": "jpeg"})
    found = placed_of(laid_out(ShownPiece(kind="file", element="แผนที่", files=(picture,))), {"แผนที่": ["แผนที่"]})
    assert (found.text_layer, found.elements["แผนที่"]) == ("no", "present")
