"""Hides texts in a PDF: pages on which they stand become pictures with black boxes and an invisible layer of the rest.

A box drawn over a text leaves the text in the file. So nothing of such a page is kept but its picture, made anew, and
the words that may be read, written once more so that they can be searched, copied and listened to.
"""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pikepdf
import pypdfium2.raw as pdfium
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw

from prongsai.ita.thai.refusal import Refused
from prongsai.office.disclosure.privacy.pdf_pages import Letter, letters_of_page, open_pdf, text_of_page

_DOTS = 150 / 72
_MOST_PIXELS = 8_000_000
_AROUND = 2
_OF_PAGE = (
    "/Annots", "/StructParents", "/Thumb", "/PieceInfo", "/Metadata", "/AA", "/Rotate", "/CropBox", "/TrimBox",
    "/BleedBox", "/ArtBox", "/Group", "/B", "/UserUnit",
)  # fmt: skip
_OF_DOCUMENT = (
    "/StructTreeRoot", "/MarkInfo", "/Outlines", "/AcroForm", "/Names", "/OCProperties", "/Metadata", "/Perms", "/DSS",
    "/PieceInfo", "/AF", "/Threads",
)  # fmt: skip
"""What may repeat the words of a page elsewhere in the file: tags for listeners, bookmarks, forms."""

_UNICODE_MAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


class _Drawn(NamedTuple):
    """A page as a picture, its size in points, and where each letter stands on it (points from the lower left)."""

    picture: bytes
    pixels: tuple[int, int]
    size: tuple[float, float]
    lines: list[tuple[str, float, float, float, float]]


def redacted_pdf(data: bytes, hide: Mapping[str, str]) -> bytes:
    """Give the PDF without the texts that are keys of `hide`; in the layer of words their values stand instead.

    Every place of each text is hidden, also in annotations. Other pages stay as they are; bookmarks and tags go.
    Refuses HIDDEN where one of the texts can still be found afterwards.
    """
    written = io.BytesIO()
    with open_pdf(data) as document, pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            text, notes = text_of_page(document, number), notes_of(page.obj)
            noted = any(told in note for note in notes for told in hide)
            if noted or any(told in text for told in hide):
                _replace(pdf, page, _drawn(document, number, hide, notes=not noted))
        for key in _OF_DOCUMENT:
            if key in pdf.Root:
                del pdf.Root[key]
        pdf.remove_unreferenced_resources()
        pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    made = written.getvalue()
    _refuse_if_found(made, hide)
    return made


def notes_of(page: Any) -> list[str]:
    """Give what annotations and fields of forms of a page say: a reader of pages does not always see it."""
    notes = page.get("/Annots")
    found = []
    for note in notes if isinstance(notes, Array) else ():
        said = [str(note[key]) for key in ("/Contents", "/V", "/RC", "/Subj", "/TU") if key in note]
        found += ["\n".join(said)] if any(said) else []
    return found


def _drawn(document: Any, number: int, hide: Mapping[str, str], *, notes: bool) -> _Drawn:
    """Draw a page with black boxes over what is hidden."""
    page = document[number]
    try:
        width, height = page.get_size()
        scale = min(_DOTS, (_MOST_PIXELS / (width * height)) ** 0.5)
        picture = page.render(scale=scale, draw_annots=notes, may_draw_forms=notes).to_pil().convert("RGB")
        letters = [_on_picture(page, letter, picture) for letter in letters_of_page(document, number)]
        text = "".join(letter.char for letter in letters)
        masked = list(text)
        draw = ImageDraw.Draw(picture)
        for start, shown in _places(text, hide):
            masked[start : start + len(shown)] = shown
            for letter in letters[start : start + len(shown)]:
                if letter.box:
                    left, top, right, bottom = letter.box
                    draw.rectangle((left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND), fill="black")
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=80)
        kept = [letter._replace(char=char) for letter, char in zip(letters, masked, strict=True)]
        return _Drawn(file.getvalue(), picture.size, (width, height), list(_lines(kept, picture, width, height)))
    finally:
        page.close()


def _places(text: str, hide: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for told, masked in hide.items():
        start = text.find(told)
        while start >= 0:
            yield start, masked
            start = text.find(told, start + 1)


def _on_picture(page: Any, letter: Letter, picture: Image.Image) -> Letter:
    """Give a letter with its box in pixels from the upper left, also on pages that are turned or cut."""
    if letter.box is None:
        return letter
    left, bottom, right, top = letter.box
    corners = [_pixel(page, x, y, picture) for x, y in ((left, bottom), (right, top))]
    across, down = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    return Letter(letter.char, (across[0], down[0], across[1], down[1]))


def _pixel(page: Any, x: float, y: float, picture: Image.Image) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, across, down)
    return across.value, down.value


def _lines(
    letters: Sequence[Letter], picture: Image.Image, width: float, height: float
) -> Iterator[tuple[str, float, float, float, float]]:
    """Give the lines of a page: text, left and lower edge, width and height in points."""
    line: list[Letter] = []
    for letter in [*letters, Letter("\n", None)]:
        if letter.char != "\n":
            line.append(letter)
            continue
        boxes = [one.box for one in line if one.box]
        if boxes:
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
            across, down = width / picture.width, height / picture.height
            text = "".join(one.char for one in line)
            yield text, left * across, height - bottom * down, (right - left) * across, (bottom - top) * down
        line = []


def _replace(pdf: Pdf, page: pikepdf.Page, drawn: _Drawn) -> None:
    """Put a picture and its layer of words in the place of a page; bookmarks and links to the page still find it."""
    for key in _OF_PAGE:
        if key in page.obj:
            del page.obj[key]
    width, height = drawn.size
    picture = Stream(
        pdf,
        drawn.picture,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=drawn.pixels[0],
        Height=drawn.pixels[1],
        ColorSpace=Name.DeviceRGB,
        BitsPerComponent=8,
        Filter=Name.DCTDecode,
    )
    page.obj.MediaBox = Array([0, 0, round(width, 2), round(height, 2)])
    fonts = Dictionary(W=_font_without_letters(pdf))
    page.obj.Resources = Dictionary(XObject=Dictionary(P=pdf.make_indirect(picture)), Font=fonts)
    words = b"".join(_written(*line) for line in drawn.lines)
    page.obj.Contents = pdf.make_stream(b"q %.2f 0 0 %.2f 0 0 cm /P Do Q\n" % (width, height) + words)


def _written(text: str, left: float, low: float, width: float, height: float) -> bytes:
    """Write one line so that it is there and not seen (mode 3), as wide as it was."""
    codes = text.encode("utf-16-be", "ignore").hex().encode("ascii")
    size = max(height, 1.0)
    stretch = 100 * max(width, 1.0) / (len(text) * 0.5 * size)
    return b"BT 3 Tr /W %.2f Tf %.2f Tz 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n" % (size, stretch, left, low, codes)


def _font_without_letters(pdf: Pdf) -> Any:
    """Make a font whose codes are Unicode: nothing is drawn with it, so it needs no shapes."""
    described = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name.WordsOnly,
        Flags=4,
        FontBBox=Array([0, -200, 500, 1000]),
        ItalicAngle=0,
        Ascent=1000,
        Descent=-200,
        CapHeight=1000,
        StemV=80,
    )
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.WordsOnly,
        CIDSystemInfo=Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(described),
        DW=500,
    )
    outer = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.WordsOnly,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(inner)]),
        ToUnicode=pdf.make_stream(_UNICODE_MAP),
    )
    return pdf.make_indirect(outer)


def _refuse_if_found(data: bytes, hide: Mapping[str, str]) -> None:
    """Read the finished file again, as a stranger would: blanks and breaks do not keep a number from being read."""
    with open_pdf(data) as document, pikepdf.open(io.BytesIO(data)) as pdf:
        texts = [text_of_page(document, number) for number in range(len(document))]
        texts += [note for page in pdf.pages for note in notes_of(page.obj)]
    told = "".join("".join(texts).split())
    if any("".join(text.split()) in told for text, masked in hide.items() if text != masked):
        raise Refused("HIDDEN", "ปกปิดข้อความในแฟ้มนี้ไม่สำเร็จ โปรดปกปิดในต้นฉบับแล้วแนบแฟ้มใหม่")
