"""Makers of the bad files of lines 54 to 73: each gives the bytes of one file. Nothing is kept in the repository."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from bad_inputs.office_files import SHEET, TEXT, TYPES, docx_parts, part_type, relation, row_of, xlsx_parts, zipped
from bad_inputs.pdf_files import active_pdf, broken_table, locked_pdf, pdf, scanned_pdf, with_text

Maker = Callable[[], bytes]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1024)


def with_parts(parts: dict, **others: str | bytes) -> bytes:
    return zipped(parts | {name.replace("__", "/").replace("_dot_", "."): value for name, value in others.items()})


def docx(**changed: str | bytes) -> bytes:
    return with_parts(docx_parts(), **changed)


def bomb() -> bytes:
    """209 MB of sheet in about 600 kB, as deep in the sheet as a reader would go before it notices."""
    row = "<row><c><v>1</v></c></row>"
    sheet = f'<worksheet xmlns="{SHEET}"><sheetData>{row * (209_000_000 // len(row))}</sheetData></worksheet>'
    return zipped(xlsx_parts(sheet=sheet))


def bomb_of_text() -> bytes:
    """A part that unpacks to just under what is allowed, of one long word that does not pack too well."""
    return zipped(docx_parts(body=f"<w:p><w:r><w:t>{long_word(9_500_000)}</w:t></w:r></w:p>"))


def long_word(length: int) -> str:
    """Thai letters at random, repeated only farther apart than packing looks back."""
    block = "".join(Random(1).choices("กขคงจฉชซญดตถทธนบปผพฟภมยรลวศสหอ", k=50_000))
    return block * (length // len(block))


def nested() -> bytes:
    inner = zipped({"a.txt": "0" * 100_000})
    for _ in range(4):
        inner = zipped({f"lib{n}.zip": inner for n in range(4)})
    return docx(lib_dot_zip=inner)


def false_size() -> bytes:
    """The table of contents says 100 bytes; the packed bytes hold ten million."""
    data = zipped(docx_parts() | {"word/styles.xml": b"<a>" + b" " * 10_000_000 + b"</a>"})
    return data.replace(struct.pack("<L", 10_000_007), struct.pack("<L", 100))


def false_size_above() -> bytes:
    data = zipped(docx_parts() | {"word/styles.xml": b"<a>" + b" " * 10_000_000 + b"</a>"})
    return data.replace(struct.pack("<L", 10_000_007), struct.pack("<L", 10_000_020))


def overlapping() -> bytes:
    """Two entries of the table point to the same packed bytes."""
    data = bytearray(docx(word__a_dot_xml="<a/>", word__b_dot_xml="<a/>"))
    entries = [at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"]
    first, second = entries[-2], entries[-1]
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def many_members() -> bytes:
    return with_parts(docx_parts() | {f"word/a{n}.xml": "" for n in range(70_000)})


def two_of_one_name(again: str = "word/document.xml") -> bytes:
    file = io.BytesIO(zipped(docx_parts()))
    with warnings.catch_warnings(), zipfile.ZipFile(file, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(again, "<a/>")
    return file.getvalue()


def behind_rubbish() -> bytes:
    return docx() + b"rubbish"


def named(name: str) -> Maker:
    return lambda: with_parts(docx_parts() | {name: "x"})


def symbolic_link() -> bytes:
    file = io.BytesIO(zipped(docx_parts()))
    link = zipfile.ZipInfo("word/link.xml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(link, "../../secret")
    return file.getvalue()


def locked_member() -> bytes:
    data = bytearray(docx())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def in_part(make: Callable[..., dict], name: str, content: str | bytes) -> Maker:
    return lambda: zipped(make() | {name: content})


def xxe(target: str) -> str:
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "{target}">]><a>&b;</a>'


def laughs() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{levels}]><a>&l9;</a>'


def quadratic() -> str:
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "{"x" * 50_000}">]><a>{"&b;" * 50_000}</a>'


def entity_after_a_megabyte() -> str:
    filler = Random(1).randbytes(1 << 19).hex()
    return f"<a>{filler[:-6]}<!ENTITY b SYSTEM 'file:///etc/hostname'></a>"


def remote_parts() -> bytes:
    """A picture and a template on another machine (which is this one, where a test listens)."""
    links = relation("image", "http://127.0.0.1:{port}/a.png", 1, external=True) + relation(
        "attachedTemplate", "http://127.0.0.1:{port}/a.dotx", 2, external=True
    )
    return zipped(docx_parts(links=links))


def dde() -> bytes:
    link = f'<externalLink xmlns="{SHEET}"><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>'
    formula = '<row r="2"><c r="A2"><f>cmd|\'/c calc\'!A1</f><v>91.36</v></c></row>'
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{TEXT}</t></is></c></row>{formula}'
    linked = relation("externalLink", "externalLinks/externalLink1.xml", 2)
    return zipped(xlsx_parts(rows, links=linked) | {"xl/externalLinks/externalLink1.xml": link})


def dde_field() -> bytes:
    fields = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>ผลของปีก่อน</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return zipped(docx_parts(body=f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p><w:p>{fields}</w:p>"))


def macros() -> bytes:
    return with_parts(xlsx_parts() | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def macro_book() -> bytes:
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    return zipped(xlsx_parts() | {"[Content_Types].xml": TYPES.format(parts=part_type("xl/workbook.xml", kind))})


def embedded_chart_data() -> bytes:
    """A chart in a Word file brings its workbook along: usual, never opened."""
    return zipped(docx_parts() | {"word/embeddings/Microsoft_Excel_Sheet1.xlsx": zipped(xlsx_parts())})


def compound(*streams: str) -> Maker:
    return lambda: OLE + b"".join(name.encode("utf-16-le") + bytes(64) for name in streams)


def polyglot() -> bytes:
    return pdf() + zipped({"a.txt": "x"})


def archive_then_pdf() -> bytes:
    return zipped({"a.txt": "%PDF-1.7"} | docx_parts(), method=zipfile.ZIP_STORED)


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">L4sLL5B", 13, b"IHDR", width, height, 8, 2, 0, 0, 0) + bytes(64)


def styled_rows() -> bytes:
    """A table, and colour down to the last row that a sheet can have."""
    table = [("ตัวชี้วัด", "คะแนน"), ("การปฏิบัติหน้าที่", 91.36), ("การใช้งบประมาณ", 85.85)]
    rows = "".join(row_of(number, *cells) for number, cells in enumerate(table, 1))
    return zipped(xlsx_parts(rows + "".join(f'<row r="{n}" s="1" customFormat="1"/>' for n in range(4, 1_048_577))))


def far_cell() -> bytes:
    corner = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return zipped(xlsx_parts(corner))


def formulas() -> bytes:
    def row(number: int, name: str, cell: str) -> str:
        return row_of(number, name).replace("</row>", f'<c r="B{number}" {cell}</c></row>')

    rows = [
        row_of(1, "ตัวชี้วัด", "คะแนน"),
        row(2, "การปฏิบัติหน้าที่", "><f>SUM(C1:C9)</f>"),
        row(3, "การใช้งบประมาณ", 't="e"><f>Z1</f><v>#REF!</v>'),
        row(4, "การใช้อำนาจ", 't="e"><f>1/0</f><v>#DIV/0!</v>'),
        row(5, "การแก้ไขปัญหาการทุจริต", 't="str"><v>85.85</v>'),
    ]
    return zipped(xlsx_parts("".join(rows)))


def hidden_rows() -> bytes:
    rows = [
        row_of(1, "ตัวชี้วัด", "คะแนน"),
        row_of(2, "การปฏิบัติหน้าที่", 91.36),
        row_of(3, "การใช้งบประมาณ", 12.34).replace("<row ", '<row hidden="1" '),
        row_of(4, "การใช้อำนาจ", 85.85),
    ]
    return zipped(xlsx_parts("".join(rows)))


PAGE = f"""<!DOCTYPE html><html><head><title>หน้าเว็บ</title><script>alert('ไม่ใช่เนื้อหา')</script></head><body>
<p>{TEXT}</p><p onclick="x()">&lt;script&gt;alert(1)&lt;/script&gt; {{{{7*7}}}}
<img src="http://127.0.0.1:{{port}}/a.png" onerror="x()">
<a href="javascript:x()">ดูรายละเอียด</a></p><iframe src="http://127.0.0.1:{{port}}/f"></iframe>
<link rel="stylesheet" href="http://127.0.0.1:{{port}}/s.css"></body></html>"""

PAGE_WITH_ENTITIES = (
    '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY x SYSTEM "http://127.0.0.1:{port}/x">]>'
    f"<html><body><p>{TEXT}</p><p>&b;&x;</p></body></html>"
)

TABLE_WITH_MARKUP = 'ตัวชี้วัด,มาตรการ\n1,"<p><b>จัดอบรม</b></p><ol style=""x""><li>แจ้งเวียน</li><li>ประชุม</li></ol>"\n'

XXE_HOME = f"file://{Path(__file__).as_posix()}"
WEB = "http://127.0.0.1:{port}/x"

MAKERS: dict[str, Maker] = {
    "xlsx": lambda: zipped(xlsx_parts()),
    "docx": docx,
    "bomb": bomb,
    "bomb-of-text": bomb_of_text,
    "nested": nested,
    "false-size": false_size,
    "false-size-above": false_size_above,
    "overlapping": overlapping,
    "many-members": many_members,
    "two-of-one-name": two_of_one_name,
    "two-of-one-name-by-case": lambda: two_of_one_name("word/DOCUMENT.xml"),
    "behind-rubbish": behind_rubbish,
    "slip": named("../../x.xml"),
    "slip-backslash": named("..\\..\\x.xml"),
    "absolute": named("/etc/x.xml"),
    "drive": named("C:/x.xml"),
    "link": symbolic_link,
    "xxe-file": in_part(docx_parts, "word/document.xml", xxe(XXE_HOME)),
    "xxe-web": in_part(docx_parts, "word/document.xml", xxe(WEB)),
    "xxe-rels": in_part(docx_parts, "word/_rels/document.xml.rels", xxe(WEB)),
    "xxe-properties": in_part(xlsx_parts, "docProps/app.xml", xxe(WEB)),
    "xxe-utf16": in_part(docx_parts, "word/document.xml", xxe(WEB).encode("utf-16")),
    "xxe-utf7": in_part(docx_parts, "word/document.xml", '<?xml version="1.0" encoding="UTF-7"?><a/>'),
    "parameter-entity": in_part(docx_parts, "word/styles.xml", xxe(WEB).replace("ENTITY b", "ENTITY % b")),
    "laughs": in_part(xlsx_parts, "xl/sharedStrings.xml", laughs()),
    "quadratic": in_part(xlsx_parts, "xl/worksheets/sheet1.xml", quadratic()),
    "late-entity": in_part(docx_parts, "word/document.xml", entity_after_a_megabyte()),
    "remote-parts": remote_parts,
    "dde": dde,
    "dde-field": dde_field,
    "macros": macros,
    "macro-book": macro_book,
    "embedded-chart-data": embedded_chart_data,
    "locked-member": locked_member,
    "locked-office": compound("EncryptionInfo", "EncryptedPackage"),
    "rights-management": compound("DataSpaces", "DRMEncryptedDataSpace"),
    "half-docx": lambda: docx()[: len(docx()) // 2],
    "half-pdf": lambda: pdf(with_text)[:300],
    "locked-pdf": locked_pdf,
    "nothing": lambda: b"",
    "one-byte": lambda: b"P",
    "two-bytes": lambda: b"PK",
    "doc": compound("WordDocument"),
    "xls": compound("Workbook"),
    "hwp": compound("HwpSummaryInformation"),
    "pages": lambda: zipped({"Index/Document.iwa": b"x"}),
    "rtf": lambda: b"{\\rtf1\\ansi{\\object\\objdata 0105}}",
    "html-table": lambda: b"<html><body><table><tr><td>1</td></tr></table></body></html>",
    "polyglot": polyglot,
    "archive-then-pdf": archive_then_pdf,
    "gif-script": lambda: b"GIF89a=1;/*" + bytes(20) + b"*/alert(1)",
    "jpeg": lambda: b"\xff\xd8\xff\xe0" + bytes(40),
    "zip": lambda: zipped({"a.txt": "x"}),
    "styled-rows": styled_rows,
    "far-cell": far_cell,
    "formulas": formulas,
    "hidden-rows": hidden_rows,
    "table-with-markup": TABLE_WITH_MARKUP.encode,
    "pdf-10000-pages": lambda: pdf(with_text, pages=10_000),
    "pdf-huge-page": lambda: pdf(with_text, size=14_400 * 200),
    "active-pdf": active_pdf,
    "broken-table": broken_table,
    "scanned-pdf": scanned_pdf,
    "png-large": lambda: png(30_000, 30_000),
    "svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>',
    "page": PAGE.encode,
    "page-with-entities": PAGE_WITH_ENTITIES.encode,
    "text": TEXT.encode,
}
"""Names in the cases. `{port}` in a file is the port on which the test listens."""
