"""All texts inside a file, however hidden: pages, annotations, tables, headers, footnotes, comments, hidden sheets."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.platform.files.kinds import Kind

_SAFE_XML = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
_OOXML_TEXT = "{*}t"


@dataclass(frozen=True, slots=True)
class FileText:
    """A text of a file, or a table with its head, and where it stands, in Thai. `unread`: a picture alone."""

    place: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    unread: bool = False


def texts_in(data: bytes, kind: str) -> Iterator[FileText]:
    """Give the texts of a file that was cleaned before. Each kind loads its library only when it is met."""
    if kind == Kind.PDF:
        return _of_pdf(data)
    if kind == Kind.DOCX:
        return _of_docx(data)
    if kind == Kind.XLSX:
        return _of_xlsx(data)
    if Kind(kind).is_picture:
        return iter([FileText("ภาพ", unread=True)])
    return _of_text(data, kind)


def _of_pdf(data: bytes) -> Iterator[FileText]:
    import pikepdf  # noqa: PLC0415

    from prongsai.office.disclosure.privacy.pdf_pages import open_pdf, text_of_page  # noqa: PLC0415
    from prongsai.office.disclosure.privacy.pdf_redaction import notes_of  # noqa: PLC0415

    with open_pdf(data) as document, pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            place = f"หน้า {number + 1}"
            text = text_of_page(document, number)
            yield FileText(place, text) if text.strip() else FileText(place, unread=True)
            yield from (FileText(place, note) for note in notes_of(page.obj))


def _of_docx(data: bytes) -> Iterator[FileText]:
    from lxml import etree  # noqa: PLC0415

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in _xml_parts(archive):
            root = etree.fromstring(archive.read(name), etree.XMLParser(**_SAFE_XML))
            lines = ["".join(run.text or "" for run in line.iter("{*}t", "{*}delText")) for line in root.iter("{*}p")]
            yield FileText("ข้อความในเอกสาร", "\n".join(line for line in lines if line.strip()))
            for table in root.iter("{*}tbl"):
                rows = [
                    tuple(" ".join(run.text or "" for run in cell.iter("{*}t")) for cell in row.iterchildren("{*}tc"))
                    for row in table.iterchildren("{*}tr")
                ]
                yield FileText("ตารางในเอกสาร", rows=tuple(rows))
        yield from _pictures(archive)


def _of_xlsx(data: bytes) -> Iterator[FileText]:
    from lxml import etree  # noqa: PLC0415
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    for name in workbook.sheet_names:
        rows = workbook.get_sheet_by_name(name).to_python()
        yield FileText(f"แผ่นงาน {name}", rows=tuple(tuple(_cell(cell) for cell in row) for row in rows))
        yield FileText("ชื่อแผ่นงาน", name)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in _xml_parts(archive):
            if part.startswith(("xl/comments", "xl/threadedComments", "xl/drawings", "xl/charts")):
                root = etree.fromstring(archive.read(part), etree.XMLParser(**_SAFE_XML))
                said = [node.text for node in root.iter("{*}t", "{*}text", "{*}v") if node.text]
                yield FileText("ความเห็นหรือรูปในแผ่นงาน", "\n".join(said))
        yield from _pictures(archive)


def _cell(cell: object) -> str:
    """Write a cell as it is read: a whole number without the point that spreadsheets add."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _xml_parts(archive: zipfile.ZipFile) -> Sequence[str]:
    return [name for name in archive.namelist() if name.endswith(".xml") and "/_rels/" not in name]


def _pictures(archive: zipfile.ZipFile) -> Iterator[FileText]:
    if any("/media/" in name for name in archive.namelist()):
        yield FileText("ภาพในแฟ้ม", unread=True)


def _of_text(data: bytes, kind: str) -> Iterator[FileText]:
    from prongsai.ita.thai import decode  # noqa: PLC0415

    text = decode(data).text
    if kind == Kind.CSV:
        yield FileText("ตาราง", rows=tuple(tuple(row) for row in csv.reader(io.StringIO(text))))
    elif kind == Kind.HTML:
        from lxml import html  # noqa: PLC0415

        root = html.document_fromstring(text)
        yield FileText("หน้าเว็บ", "\n".join(line.strip() for line in root.itertext() if line.strip()))
        said = [str(value) for node in root.iter() for name, value in node.items() if name in ("alt", "title", "value")]
        yield FileText("หน้าเว็บ", "\n".join(said))
    else:
        yield FileText("ข้อความ", text)
