"""A contractor's page shows what was sent, word for word or element by element; what it lacks is named."""

from __future__ import annotations

from prongsai.ita.reading.web_page import see_page
from prongsai.office.disclosure.content import PublishedContent, ShownFile, ShownPiece
from prongsai.office.disclosure.shown_elsewhere import lacking_on

FILE = ShownFile(address="report.pdf", name="รายงาน 2568.pdf", sha256="0" * 64, size=1, kind="pdf", version=1)
CONTENT = PublishedContent(
    year=2568,
    code="O26",
    title="การเปิดโอกาสให้เกิดการมีส่วนร่วม",
    pieces=(
        ShownPiece(kind="words", heading="ประเด็น", element="ประเด็น", words=("ประชุมประชาคม ๙ หมู่บ้าน",)),
        ShownPiece(kind="table", heading="ผู้เข้าร่วม", rows=(("หมู่", "จำนวน"), ("1", "41 คน"))),
        ShownPiece(kind="words", heading="ข้อเสนอแนะ", element="ข้อเสนอแนะ", nothing=True),
        ShownPiece(kind="file", heading="เอกสาร", files=(FILE,)),
    ),
)
WORDS = {"ประเด็น": ["ประเด็น"], "ข้อเสนอแนะ": ["ข้อเสนอแนะ"]}
WHOLE = (
    "<h2>ประเด็น</h2><p>ประชุมประชาคม 9 หมู่บ้าน</p><h2>ผู้เข้าร่วม</h2><table><tr><th>หมู่</th><th>จำนวน</th></tr>"
    "<tr><td>1</td><td>41 คน</td></tr></table><h2>ข้อเสนอแนะ</h2><p>ไม่มี</p><h2>เอกสาร</h2>"
)
LINK = '<a href="/files/%E0%B8%A3%E0%B8%B2%E0%B8%A2%E0%B8%87%E0%B8%B2%E0%B8%99%202568.pdf">ดาวน์โหลด</a>'


def lacking(body: str) -> list[str]:
    return lacking_on(see_page(f"<html><body>{body}</body></html>", "http://nong.example/"), CONTENT, WORDS)


def test_a_page_that_shows_all_lacks_nothing():
    assert lacking(WHOLE + LINK) == []


def test_a_line_a_cell_or_a_file_that_is_missing_is_named():
    assert lacking(WHOLE.replace("<p>ไม่มี</p>", "") + LINK) == ["ไม่มี"]
    assert lacking(WHOLE.replace("41 คน", "").replace("<p>ไม่มี</p>", "") + LINK) == ["41 คน", "ไม่มี"]
    assert lacking(WHOLE) == ["รายงาน 2568.pdf"]


def test_text_typed_anew_counts_where_every_element_is_there():
    anew = "<h2>ประเด็น</h2><p>จัดประชาคมทุกหมู่</p><h2>ข้อเสนอแนะ</h2><p>ไม่มี</p>"
    assert lacking(anew + LINK) == []
    assert "ประชุมประชาคม ๙ หมู่บ้าน" in lacking(anew.replace("จัดประชาคมทุกหมู่", "") + LINK)


def test_another_page_lacks_everything():
    told = lacking("<p>ไม่พบหน้านี้</p>")
    assert told[0] == "ประเด็น"
    assert told[-1] == FILE.name
