"""The package for the contractor: names are no paths, text is no markup, the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from prongsai.office.disclosure.content import PublishedContent, ShownFile, ShownPiece
from prongsai.office.disclosure.handing_over import PAGE, TEXT, HandedOver, packed, pasted_page, pasted_text

NAMES = ["../../etc/passwd", "..\\x.pdf", "รายงาน.pdf", "รายงาน.pdf", TEXT, "..."]
FILES = tuple(
    ShownFile(address=f"{number}.pdf", name=name, sha256="0" * 64, size=1, kind="pdf", version=number)
    for number, name in enumerate(NAMES)
)
CONTENT = PublishedContent(
    year=2568,
    code="O26",
    title="การมีส่วนร่วม <b>",
    pieces=(
        ShownPiece(kind="words", heading="ประเด็น", words=("<script>alert(1)</script>", "=1+1")),
        ShownPiece(kind="table", heading="ตาราง", rows=(("หมู่", "คน"), ("1\n2", "41"))),
        ShownPiece(kind="words", heading="ข้อเสนอแนะ", nothing=True),
    ),
)
ITEM = HandedOver("O26", CONTENT, tuple((file, b"%d" % number) for number, file in enumerate(FILES)))


def test_files_stay_in_the_folder_of_their_item_and_none_hides_another():
    with zipfile.ZipFile(io.BytesIO(packed([ITEM], "รายการ"))) as archive:
        names = archive.namelist()
        kept = [archive.read(name) for name in names[3:]]
    assert len(set(names)) == len(names) == 3 + len(NAMES)
    assert all(name.startswith("o26/") and name.count("/") == 1 and "\\" not in name for name in names[1:])
    assert not any(part in ("..", "") for name in names for part in name.split("/"))
    assert kept == [b"%d" % number for number in range(len(NAMES))]


def test_the_same_content_gives_the_same_bytes():
    assert packed([ITEM], "รายการ") == packed([ITEM], "รายการ")


def test_text_and_page_say_the_same_and_the_page_holds_no_foreign_markup():
    text, page = pasted_text(CONTENT), pasted_page(CONTENT)
    assert "1 2\t41" in text
    assert "ข้อเสนอแนะ\nไม่มี" in text
    assert "<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<th>หมู่</th>" in page
    assert PAGE.endswith(".html")
