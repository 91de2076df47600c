"""Small Office files made by hand, so that a test can spoil any byte of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"

TEXT = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส องค์การบริหารส่วนตำบลหนองกระจ่าง ประจำปีงบประมาณ พ.ศ. 2567"


def relation(kind: str, target: str, number: int = 1, *, external: bool = False) -> str:
    outside = ' TargetMode="External"' if external else ""
    kind = kind if "/" in kind else f"{OFFICE}/{kind}"
    return f'<Relationship Id="rId{number}" Type="{kind}" Target="{escape(target)}"{outside}/>'


def part_type(name: str, kind: str) -> str:
    return f'<Override PartName="/{name}" ContentType="{kind}"/>'


def docx_parts(text: str = TEXT, *, body: str = "", links: str = "") -> dict[str, str | bytes]:
    paragraph = body or f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
    return {
        "[Content_Types].xml": TYPES.format(parts=part_type("word/document.xml", WORD_TYPE)),
        "_rels/.rels": RELATIONS.format(links=relation("officeDocument", "word/document.xml")),
        "word/document.xml": '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:document xmlns:w="{WORD}"><w:body>{paragraph}</w:body></w:document>',
        "word/_rels/document.xml.rels": RELATIONS.format(links=links),
    }


def xlsx_parts(rows: str = "", *, sheet: str | None = None, links: str = "") -> dict[str, str | bytes]:
    told = rows or f'<row r="1"><c r="A1" t="inlineStr"><is><t>{escape(TEXT)}</t></is></c></row>'
    types = part_type("xl/workbook.xml", BOOK_TYPE) + part_type("xl/worksheets/sheet1.xml", SHEET_TYPE)
    return {
        "[Content_Types].xml": TYPES.format(parts=types),
        "_rels/.rels": RELATIONS.format(links=relation("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="ผล" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": RELATIONS.format(links=relation("worksheet", "worksheets/sheet1.xml") + links),
        "xl/worksheets/sheet1.xml": sheet or f'<worksheet xmlns="{SHEET}"><sheetData>{told}</sheetData></worksheet>',
    }


def row_of(number: int, *cells: str | float) -> str:
    """Give a row of a sheet: texts and numbers."""
    told = [
        f'<c r="{letter}{number}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        if isinstance(cell, str)
        else f'<c r="{letter}{number}"><v>{cell}</v></c>'
        for letter, cell in zip("ABCDEFGH", cells, strict=False)
    ]
    return f'<row r="{number}">{"".join(told)}</row>'


def zipped(parts: Mapping[str, str | bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()
