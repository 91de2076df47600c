"""What comes out of one sheet: pages, words, nothing lost, nothing made up."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest

from prongsai.ita.papers.blocks import Gap, Paper
from prongsai.ita.papers.service import Fee, NeededDocument, ServiceSheet, ServiceStep, TimeSpan, TimeUnit
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.service import (
    ServiceHead,
    loudspeaker_script,
    manual_paper,
    script_paper,
    square_code_png,
    square_code_svg,
    write_leaflet,
    write_poster,
    write_wall_chart,
)
from prongsai.ita.writing.service.wall_chart import in_a_row
from whole_service import INSIDE, WHOLE

DAY = date(2025, 3, 17)
HEAD = ServiceHead(
    agency="องค์การบริหารส่วนตำบลหนองกระจ่าง",
    contact="โทร. 0-0000-1101",
    address="https://nongkrachang.example/nongkrachang/services/12/",
    draft=False,
    posted=DAY,
)
LONG_NAME = (
    "การขออนุญาตก่อสร้าง ดัดแปลง รื้อถอน หรือเคลื่อนย้ายอาคาร ตามกฎหมาย"
    "ว่าด้วยการควบคุมอาคาร สำหรับอาคารขนาดใหญ่ อาคารชุมนุมคน และอาคารสาธารณะ"
)
FOURTEEN = replace(
    WHOLE,
    name=LONG_NAME,
    steps=tuple(
        ServiceStep(
            f"ขั้นที่ {n} ตรวจสอบการใช้ประโยชน์ที่ดินตามกฎหมายผังเมืองและเขตปลอดภัย",
            TimeSpan(n, TimeUnit.WORKING_DAYS),
            "กองช่าง งานควบคุมอาคาร",
            "จุดบริการเบ็ดเสร็จ",
        )
        for n in range(1, 15)
    ),
    documents=tuple(
        NeededDocument(f"เอกสารหลักฐานประกอบคำขอรายการที่ {n}", 1, 2, "หน่วยงานที่ออกเอกสาร") for n in range(1, 13)
    ),
    fees=tuple(Fee(f"ค่าธรรมเนียมรายการที่ {n}", Decimal(n)) for n in range(1, 8)),
)
EMPTY = ServiceSheet(name="")
WRITERS = {"chart": (write_wall_chart, 1), "leaflet": (write_leaflet, 2), "poster": (write_poster, 1)}
each_writer = pytest.mark.parametrize(("write", "pages"), WRITERS.values(), ids=WRITERS)
each_sheet = pytest.mark.parametrize("sheet", [WHOLE, FOURTEEN, EMPTY], ids=["usual", "fourteen steps", "empty"])


def pages_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def sizes_of(pdf: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        return [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document]


@each_writer
@each_sheet
def test_a_sheet_of_paper_is_enough_whatever_the_service(write, pages, sheet):
    assert len(pages_of(write(sheet, HEAD, DAY))) == pages


@each_writer
def test_the_same_sheet_gives_the_same_bytes(write, pages):
    assert write(WHOLE, HEAD, DAY) == write(WHOLE, HEAD, DAY)


def test_every_step_of_fourteen_stands_on_the_chart_and_in_the_leaflet():
    for pdf in (write_wall_chart(FOURTEEN, HEAD, DAY), write_leaflet(FOURTEEN, HEAD, DAY)):
        told = "".join(pages_of(pdf))
        assert [
            n
            for n in range(1, 15)
            if "ขั้นที่" + str(n).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")) + "ตรวจ" not in told
        ] == []


def test_a_name_as_long_as_may_be_leaves_the_front_of_the_leaflet_whole():
    outside, _inside = pages_of(write_leaflet(replace(WHOLE, name=f"{LONG_NAME} " * 2), HEAD, DAY))
    assert "สแกนดูคู่มือฉบับเต็ม" in outside
    assert outside.count("อาคารชุมนุมคน") == 2


def test_what_a_poster_leaves_out_it_counts():
    assert "และอีก๗รายการดูในคู่มือ" in pages_of(write_poster(FOURTEEN, HEAD, DAY))[0]


@pytest.mark.parametrize(
    ("write", "a4", "a3"),
    [(write_wall_chart, (297, 210), (420, 297)), (write_poster, (210, 297), (297, 420))],
)
def test_charts_lie_and_posters_stand_in_both_sizes(write, a4, a3):
    assert sizes_of(write(WHOLE, HEAD, DAY)) == [a4]
    assert sizes_of(write(WHOLE, HEAD, DAY, size="a3")) == [a3]


@each_writer
def test_gaps_are_asked_for_and_a_draft_says_so(write, pages):
    told = "".join(pages_of(write(EMPTY, replace(HEAD, draft=True), DAY)))
    assert "โปรดระบุ" in told
    assert "ร่าง" in told


@pytest.mark.parametrize(("steps", "row"), [(0, 1), (1, 1), (5, 5), (6, 3), (9, 5), (10, 5), (11, 4), (14, 5)])
def test_rows_of_the_chart_are_even_and_at_most_five_wide(steps, row):
    assert in_a_row(steps) == row


def blocks_text(paper: Paper) -> str:
    return str(paper.blocks)


def test_the_manual_says_none_where_none_is_stated_and_asks_where_nothing_is_said():
    stated = blocks_text(manual_paper(replace(WHOLE, fees=(), stated_none=frozenset({"fees", "law"})), HEAD))
    assert "ไม่มีค่าธรรมเนียม" in stated
    assert Gap.__name__ not in stated
    assert "ค่าธรรมเนียม หรือเขียนว่าไม่มีค่าธรรมเนียม" in blocks_text(manual_paper(replace(WHOLE, fees=()), HEAD))


def test_the_manual_sums_known_times_and_asks_for_the_rest():
    sheet = replace(WHOLE, steps=(*WHOLE.steps, ServiceStep("แจ้งผล", unit="กองช่าง")))
    assert "ระยะเวลาของอีก 1 ขั้นตอน" in blocks_text(manual_paper(sheet, HEAD))
    assert "ระยะเวลารวมไม่เกิน 4 วันทำการ 10 นาที" in blocks_text(manual_paper(WHOLE, HEAD))


def test_the_manual_of_an_inside_procedure_is_one_for_staff():
    assert manual_paper(INSIDE, HEAD).title[0] == "คู่มือการปฏิบัติงาน"
    assert manual_paper(WHOLE, HEAD).title[0] == "คู่มือสำหรับประชาชน"


def test_manual_and_script_are_written_as_pdf_and_word():
    for paper in (manual_paper(FOURTEEN, HEAD, ["แบบคำขอ.docx"]), script_paper(WHOLE, HEAD)):
        assert write_pdf(paper, DAY).startswith(b"%PDF")
        assert write_docx(paper, DAY).startswith(b"PK")


def test_an_example_says_on_the_manual_that_it_is_one():
    assert "ต้องตรวจกับระเบียบ" in blocks_text(manual_paper(replace(WHOLE, is_example=True), HEAD))


def test_the_script_has_short_sentences_and_no_figure():
    script = loudspeaker_script(WHOLE, HEAD)
    assert script.lacking == ()
    assert script.minutes >= 1
    assert not any(char.isdigit() for sentence in script.sentences for char in sentence)
    assert "ใช้เวลาดำเนินการรวมไม่เกิน สี่ วันทำการ สิบ นาที" in script.sentences
    assert all(len(sentence) <= 160 for sentence in script.sentences)


def test_the_script_fills_no_gap_and_tells_what_is_lacking():
    script = loudspeaker_script(EMPTY, HEAD)
    assert len(script.lacking) == 5
    assert not any("ค่าธรรมเนียม" in sentence or "ไม่เกิน" in sentence for sentence in script.sentences)


def test_of_many_papers_the_script_tells_six_and_how_many_more():
    assert "และเอกสารอื่นอีก หก รายการ สอบถามได้ที่เจ้าหน้าที่" in loudspeaker_script(FOURTEEN, HEAD).sentences


def test_the_square_code_is_a_picture_of_the_address_alone():
    assert square_code_svg(HEAD.address) == square_code_svg(HEAD.address)
    assert square_code_svg(HEAD.address) != square_code_svg(HEAD.address + "2")
    assert square_code_png(HEAD.address).startswith(b"\x89PNG")
    for wrong in ("", "https://a.example/" + "x" * 400):
        with pytest.raises(ValueError, match="an address"):
            square_code_svg(wrong)
