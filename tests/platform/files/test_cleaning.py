"""A file that is kept tells nothing of its maker: whatever was planted is gone, what it says is still there."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from bad_inputs import planted
from bad_inputs.planted import ALL, KEPT, OFFICE, PAGES, PDFS, PICTURES, is_planted
from prongsai.ita.thai import Refused
from prongsai.platform.files.cleaning import clean
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.platform.files.recognising import recognise_for


def cleaned(name: str, data: bytes):
    return clean(data, recognise_for(data, name, EVIDENCE))


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_corpus_is_large_enough_and_every_file_of_it_is_planted():
    assert len(ALL) >= 60
    assert [name for name, make in ALL.items() if not is_planted(make())] == []


@pytest.mark.parametrize("name", ALL)
def test_nothing_planted_is_left(name):
    assert not is_planted(cleaned(name, ALL[name]()).data)


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_keeps_its_pixels_and_stands_upright(name):
    data = PICTURES[name]()
    turned = name.startswith(("exif.jpg", "exif.png", "exif.webp", "greyscale", "second"))
    with Image.open(io.BytesIO(cleaned(name, data).data)) as picture:
        assert picture.size == ((48, 64) if turned else (64, 48))
        assert not picture.getexif()
        assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background"}
        assert picture.convert("L").getextrema()[1] > 200


@pytest.mark.parametrize(
    ("mode", "kind", "kept"),
    [
        ("RGB", "JPEG", "RGB"),
        ("L", "JPEG", "L"),
        ("CMYK", "JPEG", "RGB"),
        ("RGBA", "PNG", "RGBA"),
        ("LA", "PNG", "LA"),
        ("P", "PNG", "P"),
        ("1", "PNG", "1"),
        ("I;16", "PNG", "I;16"),
        ("RGBA", "WEBP", "RGBA"),
    ],
)
def test_a_picture_of_any_colours_keeps_them(mode, kind, kept):
    written = io.BytesIO()
    picture = Image.new(mode, (20, 10)) if mode == "I;16" else planted.photograph().convert(mode)
    if mode in ("RGBA", "LA"):
        picture.putalpha(100)
    picture.save(written, kind)
    with Image.open(io.BytesIO(cleaned(f"a.{kind.lower()}", written.getvalue()).data)) as clean_picture:
        assert (clean_picture.mode, clean_picture.size) == (kept, picture.size)


def test_a_see_through_colour_of_a_palette_stays():
    written = io.BytesIO()
    planted.photograph().convert("P").save(written, "PNG", transparency=0)
    with Image.open(io.BytesIO(cleaned("a.png", written.getvalue()).data)) as picture:
        assert picture.info["transparency"] is not None


def test_a_photograph_loses_next_to_nothing():
    """Drawn with the rounding of its own camera, it is nearly the same picture and about as large."""
    noise = Image.effect_noise((400, 300), 40).convert("RGB")
    written = io.BytesIO()
    noise.save(written, "JPEG", quality=80)
    data = cleaned("a.jpg", written.getvalue()).data
    with Image.open(written) as before, Image.open(io.BytesIO(data)) as after:
        difference = ImageStat.Stat(ImageChops.difference(before, after)).mean
    assert max(difference) < 1
    assert abs(len(data) - len(written.getvalue())) < len(data) * 0.05


def test_a_photograph_of_a_phone_stands_as_the_phone_shows_it():
    with Image.open(io.BytesIO(planted.heic(exif=planted.exif()))) as shown:
        size = shown.size
    with Image.open(io.BytesIO(cleaned("a.heic", planted.heic(exif=planted.exif())).data)) as picture:
        assert (picture.format, picture.size) == ("JPEG", size)


@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_keeps_its_pages_and_what_is_printed(name):
    with pikepdf.open(io.BytesIO(cleaned(name, PDFS[name]()).data)) as file:
        assert b"kept-words" in file.pages[0].Contents.read_bytes()
        assert "/Info" not in file.trailer


def test_the_words_of_an_annotation_stay():
    with pikepdf.open(io.BytesIO(cleaned("annotation.pdf", PDFS["annotation.pdf"]()).data)) as file:
        assert str(file.pages[0].Annots[0].Contents) == "kept-note"


def test_a_link_to_the_web_stays_and_one_to_a_script_goes():
    def linked(file, page) -> None:
        links = [
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Link,
                Rect=[0, 0, 9, 9],
                A={"/S": pikepdf.Name.URI, "/URI": to},
            )
            for to in ("https://www.example.go.th/", "javascript:x()")
        ]
        page.obj["/Annots"] = links

    with pikepdf.open(io.BytesIO(cleaned("a.pdf", planted.pdf(linked)()).data)) as file:
        first, second = file.pages[0].Annots
        assert str(first.A.URI) == "https://www.example.go.th/"
        assert "/A" not in second


@pytest.mark.parametrize("name", OFFICE)
def test_an_office_file_keeps_what_it_says_and_points_to_no_missing_part(name):
    parts = parts_of(cleaned(name, OFFICE[name]()).data)
    if "workbook.xml" not in name:
        assert KEPT.encode() in b"".join(parts.values())
    types = parts["[Content_Types].xml"].decode()
    assert "docProps" not in types
    for path, links in parts.items():
        assert path.count("docProps") == 0
        if path.endswith(".rels"):
            assert b"docProps" not in links
            assert b"customXml" not in links


@pytest.mark.parametrize("name", ["comments.docx", "comments.xlsx"])
def test_comments_keep_their_words_and_lose_their_writers(name):
    told = b"".join(parts_of(cleaned(name, OFFICE[name]()).data).values())
    assert "ข้อคิดเห็นที่ต้องอยู่".encode() in told
    assert "ไม่ระบุชื่อ".encode() in told


def test_the_author_of_a_comment_named_like_a_tag_breaks_nothing():
    data = planted.office(
        planted.xlsx_parts(planted.SHEET_ROWS),
        xl__comments1_dot_xml="<comments><authors><author>text</author></authors>"
        "<text><t>text: ok</t></text></comments>",
    )()
    told = parts_of(cleaned("a.xlsx", data).data)["xl/comments1.xml"].decode()
    assert told.count("<text>") == told.count("</text>") == 1


def test_parts_without_a_secret_are_kept_byte_for_byte():
    data = planted.office(planted.docx_parts(), word__styles_dot_xml="<w:styles xmlns:w='x'/>")()
    assert parts_of(cleaned("a.docx", data).data)["word/styles.xml"] == b"<w:styles xmlns:w='x'/>"


@pytest.mark.parametrize("name", PAGES)
def test_a_web_page_keeps_its_words_and_runs_nothing(name):
    told = cleaned(name, PAGES[name]()).data.decode()
    assert KEPT in told
    for sign in ("<script", "onclick", "http-equiv", "javascript:", "src="):
        assert sign not in told


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_plain_text_is_kept_as_it_is(name):
    data = f"ตัวชี้วัด,คะแนน\n{KEPT},91.36\n".encode("cp874")
    assert cleaned(name, data).data == data


def signed(file: pikepdf.Pdf, _page: pikepdf.Page) -> None:
    signature = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents="x", Name="ผู้ลงนาม")
    file.Root.AcroForm = pikepdf.Dictionary(Fields=[pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="a", V=signature)])


def test_a_signed_pdf_is_kept_byte_for_byte_and_this_is_said():
    data = planted.pdf(signed)()
    kept = cleaned("a.pdf", data)
    assert (kept.data, kept.as_sent) == (data, True)


@pytest.mark.parametrize("plant", [planted.in_script, planted.in_launch, planted.in_attached_note])
def test_a_signed_pdf_that_acts_or_carries_a_program_is_refused(plant):
    def both(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        signed(file, page)
        plant(file, page)

    with pytest.raises(Refused) as refused:
        cleaned("a.pdf", planted.pdf(both)())
    assert refused.value.rule == "ACTIVE"


def test_a_signed_pdf_may_carry_the_data_that_is_signed_along():
    def with_data(file: pikepdf.Pdf, page: pikepdf.Page) -> None:
        signed(file, page)
        file.attachments["invoice.xml"] = pikepdf.AttachedFileSpec(file, b"<a/>", filename="invoice.xml")

    assert cleaned("a.pdf", planted.pdf(with_data)()).as_sent
