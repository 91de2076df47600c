"""Whole PDFs: running lines, what is refused, what is told, memory and time."""

import subprocess
import sys
import time

import pikepdf
import pytest

from ita.reading.typst_pages import blocks, changed, lines, pages, paragraphs, tables
from prongsai.ita.reading.pdf_layout import pdf_blocks
from prongsai.ita.thai import Refused

BREAK = "\n#pagebreak()\n"
PIXELS = 'bytes(range(0, 600).map(n => calc.rem(n, 251))), format: (encoding: "rgb8", width: 10, height: 20)'
SCAN = f'#image({PIXELS}, width: 100%, height: 100%, fit: "stretch")'
"""A page that is a picture, with nothing in it that an eye could read."""


@pytest.mark.parametrize("pattern", ["- {n} -", "{n}", "หน้า {n}", "หน้าที่ {n} / 3", "({n})"])
@pytest.mark.parametrize("place", ["header", "footer"])
def test_page_numbers_are_left_out(pattern, place):
    text = pattern.replace("{n}", '" + str(here().page()) + "')
    setup = f'#set page({place}: context align(center, "{text}"))\n'
    assert lines(pages(setup + BREAK.join(f"เนื้อหาส่วนที่ {n}" for n in "กขค"))) == [
        "เนื้อหาส่วนที่ ก",
        "เนื้อหาส่วนที่ ข",
        "เนื้อหาส่วนที่ ค",
    ]


def test_lines_on_most_pages_at_the_same_height_are_left_out():
    setup = "#set page(header: [รายงานผล ITA #h(1fr) ร่าง], footer: [กองยุทธศาสตร์และงบประมาณ])\n"
    assert lines(pages(setup + BREAK.join(["ก่อน", "กลาง", "หลัง"]))) == ["ก่อน", "กลาง", "หลัง"]


def test_a_title_that_every_page_repeats_stays_once():
    head = "#text(size: 14pt)[มาตรการส่งเสริมคุณธรรมและความโปร่งใส]\n\n"
    assert lines(pages(BREAK.join(head + text for text in ("ก่อน", "กลาง", "หลัง")))) == [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใส", "ก่อน", "กลาง", "หลัง",
    ]  # fmt: skip


def test_numbered_headings_at_the_head_of_pages_stay():
    heads = [f"ประเด็นที่ {n} เรื่องที่ต่างกัน" for n in (1, 2, 3)]
    assert lines(pages(BREAK.join(heads))) == heads


def test_one_page_has_no_running_lines():
    assert lines(pages("#set page(header: [หัวกระดาษ])\nเนื้อหา")) == ["หัวกระดาษ", "เนื้อหา"]


def refused(data: bytes) -> str:
    with pytest.raises(Refused) as found:
        pdf_blocks(data)
    assert any("ก" <= char <= "ฮ" for char in found.value.message)
    return found.value.rule


def test_a_locked_file_is_refused_unless_it_opens_without_a_word():
    locked = {"owner": "a", "user": "b"}
    open_to_read = {"owner": "a", "user": ""}
    plain = paragraphs(["ผลการประเมิน"])
    assert refused(changed(plain, lambda _: None, encryption=pikepdf.Encryption(**locked))) == "ENCRYPTED"
    assert lines(changed(plain, lambda _: None, encryption=pikepdf.Encryption(**open_to_read))) == ["ผลการประเมิน"]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"%PDF-1.7 nothing else %%EOF", b"\x00" * 4096])
def test_what_is_no_whole_file_is_refused(data):
    assert refused(data) == "TRUNCATED"


def test_a_damaged_list_of_objects_is_rebuilt():
    plain = paragraphs(["ผลการประเมิน"])
    at = plain.rindex(b"startxref")
    assert lines(plain[:at] + b"startxref\n99999999\n%%EOF") == ["ผลการประเมิน"]


def test_too_many_pages_and_too_large_pages_are_refused():
    def multiply(document):
        for _ in range(300):
            document.pages.append(document.pages[0])

    def enlarge(document):
        document.pages[0].MediaBox = document.pages[0].CropBox = [0, 0, 14_400, 14_400]

    plain = paragraphs(["ผล"])
    assert refused(changed(plain, multiply)) == "PAGES"
    assert refused(changed(plain, enlarge)) == "SIZE"


def test_a_scan_says_so_and_what_to_do():
    with pytest.raises(Refused, match=r"เอกสารสแกน.*แนบเป็นหลักฐาน") as found:
        pdf_blocks(pages(SCAN))
    assert found.value.rule == "NO-TEXT"
    assert refused(pages("")) == "NO-TEXT"


def test_a_scanned_page_among_others_is_named():
    made = pdf_blocks(pages(("เนื้อหาของรายงานที่มีข้อความ " * 20) + BREAK + SCAN))
    assert [(notice.rule, notice.value) for notice in made.notices] == [("scanned-pages", "2")]


def test_letters_without_a_meaning_are_refused_or_told():
    """Some programs write shapes of letters without saying which letters they are."""

    def forget(document):
        for thing in document.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        page = document.pages[0]
        page.Contents = document.make_stream(page.Contents.read_bytes().replace(b"/ActualText", b"/Forgotten"))

    assert refused(changed(paragraphs(["ผลการประเมินคุณธรรมและความโปร่งใส"]), forget)) in {"GARBLED", "NO-TEXT"}


def test_scripts_actions_and_files_inside_are_never_looked_at():
    def arm(document):
        name = pikepdf.Name
        script = pikepdf.Dictionary(S=name.JavaScript, JS="app.alert('x')")
        document.Root.OpenAction = document.make_indirect(pikepdf.Dictionary(S=name.Launch, F="/bin/sh", Next=script))
        document.attachments["inside.txt"] = "ไม่ใช่เนื้อหา".encode()

    assert lines(changed(paragraphs(["ผลการประเมิน"]), arm)) == ["ผลการประเมิน"]


def report(count: int) -> bytes:
    """A report of so many pages, each with a page full of text or of table."""
    text = "องค์การบริหารส่วนตำบลหนองกระจ่างได้ดำเนินการตามมาตรการ และรายงานความก้าวหน้าทุกไตรมาส " * 18
    cells = ", ".join(["[จัดทำคู่มือการให้บริการและปิดประกาศ ณ จุดบริการ]"] * 60)
    return pages(BREAK.join([f"#par[{text}]", f"#table(columns: 6, {cells})"] * (count // 2)))


def test_a_report_of_twenty_pages_is_read_within_a_second_of_work():
    made = report(20)
    blocks(made)
    begun = time.process_time()
    assert len(tables(made)) == 10
    assert time.process_time() - begun < 1


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_long_report_is_read_within_the_memory_of_a_child(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(report(60))
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20));"
        "from prongsai.ita.reading.pdf_layout import pdf_blocks;"
        "print(len(pdf_blocks(open(sys.argv[1], 'rb').read()).blocks))"
    )
    ended = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert int(ended.stdout) >= 60
