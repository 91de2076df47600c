"""Writes a PDF anew without what its maker did not mean to tell, and without anything that acts (ISO 32000-1).

Gone are the properties (Info, XMP), private data of programs, earlier revisions, embedded files, scripts and other
actions, and the names and times of annotations. What annotations say stays, as do links to pages of the web. A PDF
that carries an electronic signature is kept byte for byte, since any change would break the signature.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.files.cleaning import Cleaned
from prongsai.platform.files.cleaning.picture_parts import without_metadata
from prongsai.platform.files.kinds import Kind

MOST_PAGES = 1_000
_DEEPEST = 40
_END = 4_096

_TELLING = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/AF", "/AA", "/XFA")
_OF_ANNOTATIONS = ("/M", "/CreationDate", "/NM")
_ACTING_KEYS = ("/A", "/PA", "/OpenAction", "/Next")
_ACTIONS = frozenset(
    {
        "/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToR", "/GoToE", "/Rendition",
        "/Movie", "/Sound", "/RichMediaExecute", "/Trans", "/GoTo3DView", "/Hide",
    }
)  # fmt: skip
_HOLDING_FILES = frozenset({"/FileAttachment", "/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
_LINKS = ("http://", "https://", "mailto:", "tel:")


def clean_pdf(data: bytes) -> Cleaned:
    """Give the clean PDF.

    Refuses ENCRYPTED, TRUNCATED (it cannot be opened), PAGES (more than 1,000), KIND (a portfolio of files, or a form
    that only one program can show) and ACTIVE (signed, and yet with scripts or files inside).
    """
    if b"startxref" not in data[-_END:]:
        raise _broken()  # cut off: what could be found again might be half of the paper
    try:
        with pikepdf.open(io.BytesIO(data), suppress_warnings=True) as pdf:
            _check(pdf)
            if _is_signed(pdf):
                _check_signed(pdf)
                return Cleaned(Kind.PDF, data, as_sent=True)
            _clean(pdf)
            written = io.BytesIO()
            pdf.save(written, deterministic_id=True)
    except pikepdf.PasswordError:
        raise Refused("ENCRYPTED", "แฟ้ม PDF นี้ตั้งรหัสผ่านไว้ โปรดบันทึกใหม่โดยไม่ใส่รหัสผ่าน แล้วแนบอีกครั้ง") from None
    except (pikepdf.PdfError, RecursionError):
        raise _broken() from None
    return Cleaned(Kind.PDF, written.getvalue())


def _broken() -> Refused:
    return Refused("TRUNCATED", "เปิดแฟ้ม PDF นี้ไม่ได้ แฟ้มอาจขาดหรือเสียหาย โปรดบันทึกใหม่แล้วแนบอีกครั้ง")


def _check(pdf: pikepdf.Pdf) -> None:
    count = len(pdf.pages)
    if count > MOST_PAGES:
        raise Refused("PAGES", f"แฟ้ม PDF มี {count:,} หน้า เกินที่รับได้ {MOST_PAGES:,} หน้า โปรดแยกแฟ้ม")
    if "/Collection" in pdf.Root:
        raise Refused("KIND", "แฟ้ม PDF นี้เป็นแบบรวมหลายแฟ้ม (Portfolio) โปรดแนบเอกสารทีละฉบับ")
    if pdf.Root.get("/NeedsRendering"):
        raise Refused("KIND", "แบบฟอร์ม PDF นี้เปิดได้เฉพาะบางโปรแกรม โปรดสั่งพิมพ์เป็น PDF แล้วแนบใหม่")


def _is_signed(pdf: pikepdf.Pdf) -> bool:
    return any("/ByteRange" in found and "/Contents" in found for found in _dictionaries(pdf))


def _check_signed(pdf: pikepdf.Pdf) -> None:
    """Refuse what acts. A signed paper may carry data that is signed along (XML), and no other file."""
    for found in _dictionaries(pdf):
        acting = str(found.get("/S", "")) in _ACTIONS - {"/GoToR", "/ResetForm", "/Hide", "/Trans"}
        foreign = "/EF" in found and not str(found.get("/UF", found.get("/F", ""))).lower().endswith(".xml")
        if acting or foreign:
            raise Refused(
                "ACTIVE", "แฟ้ม PDF ที่ลงลายมือชื่ออิเล็กทรอนิกส์นี้มีสคริปต์หรือแฟ้มอื่นฝังอยู่ จึงรับไม่ได้ โปรดสั่งพิมพ์เป็น PDF แล้วแนบใหม่"
            )


def _clean(pdf: pikepdf.Pdf) -> None:
    for key in ("/Info", "/ID"):
        if key in pdf.trailer:
            del pdf.trailer[key]
    names = pdf.Root.get("/Names")
    for key in ("/EmbeddedFiles", "/JavaScript"):
        if isinstance(names, Dictionary) and key in names:
            del names[key]
    for found in _dictionaries(pdf):
        _clean_dictionary(found)
        if isinstance(found, Stream):
            _clean_picture(found)


def _clean_dictionary(found: Object) -> None:
    for key in _TELLING:
        if key in found:
            del found[key]
    for key in _ACTING_KEYS:
        if key in found and _acts(found[key]):
            del found[key]
    if "/Annots" in found and isinstance(found["/Annots"], Array):
        kept = [note for note in found["/Annots"] if str(_entry(note, "/Subtype")) not in _HOLDING_FILES]
        found["/Annots"] = Array(kept)
    if "/Subtype" in found and "/Rect" in found:
        _clean_annotation(found)


def _clean_annotation(note: Object) -> None:
    """Take out who wrote an annotation and when; a field of a form keeps its name, which stands in the same place."""
    of_form = str(note["/Subtype"]) == "/Widget"
    for key in _OF_ANNOTATIONS + (() if of_form else ("/T",)):
        if key in note:
            del note[key]


def _acts(action: Object) -> bool:
    """Whether an action, or one that follows it, does more than lead to a page here or on the web."""
    if isinstance(action, Array):
        return any(_acts(one) for one in action) if _is_list_of_actions(action) else False
    kind = str(_entry(action, "/S"))
    if kind == "/URI":
        return not str(_entry(action, "/URI")).strip().lower().startswith(_LINKS)
    return kind in _ACTIONS


def _is_list_of_actions(array: Array) -> bool:
    """Tell actions in a row from a place to go to, which is an array too."""
    return len(array) > 0 and all(isinstance(one, Dictionary) and "/S" in one for one in array)


def _entry(found: Object, key: str) -> Object | str:
    if isinstance(found, Dictionary | Stream) and key in found:
        return found[key]
    return ""


def _clean_picture(stream: Object) -> None:
    """Take the metadata out of a photograph that stands in the PDF as the camera wrote it."""
    if stream.get("/Filter") != Name.DCTDecode:
        return
    raw = stream.read_raw_bytes()
    plain = without_metadata(raw)
    if plain != raw:
        parameters = stream.get("/DecodeParms")
        told = parameters if isinstance(parameters, Dictionary | Array) else None
        stream.write(plain, filter=Name.DCTDecode, decode_parms=told)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[Object]:
    """Give every dictionary and stream of the file, those inside others too."""
    waiting: list[tuple[Object, int]] = [(pdf.Root, 0), *((found, 0) for found in pdf.objects)]
    while waiting:
        found, depth = waiting.pop()
        if isinstance(found, Dictionary | Stream):
            yield found
            inner = list(found.values()) if isinstance(found, Dictionary) else [found[key] for key in found.keys()]  # noqa: SIM118
        elif isinstance(found, Array):
            inner = list(found)
        else:
            continue
        if depth < _DEEPEST:
            waiting += [(one, depth + 1) for one in inner if _stands_inside(one)]


def _stands_inside(found: object) -> bool:
    """Whether an object is written where it stands: what is referred to has its own turn."""
    return isinstance(found, Dictionary | Array | Stream) and not found.is_indirect
