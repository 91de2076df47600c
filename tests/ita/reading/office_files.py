"""Makes small Word files for tests from the XML inside them, so that each test shows what it is about."""

from __future__ import annotations

import io
import zipfile
from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def relations(*links: tuple[str, str]) -> str:
    """Give a part of relationships: (kind, target) of each."""
    entries = (f'<Relationship Id="r{n}" Type="{_LINK}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(links))
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(entries)}</Relationships>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """Give a zip of parts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body: str, *, numbering: str = "", styles: str = "") -> bytes:
    """Give a Word file with this body; `numbering` and `styles` are the contents of those parts."""
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="text/xml"/></Types>',
            "_rels/.rels": relations(("officeDocument", "word/document.xml")),
            "word/_rels/document.xml.rels": relations(("numbering", "numbering.xml"), ("styles", "/word/styles.xml")),
            "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
            "word/numbering.xml": f"<w:numbering {_SPACES}>{numbering}</w:numbering>",
            "word/styles.xml": f"<w:styles {_SPACES}>{styles}</w:styles>",
        }
    )


def run(text: str, properties: str = "") -> str:
    """Give a run of text; a line end in it becomes a line break, a tab a tab."""
    inner = escape(text).replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    inner = inner.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{inner}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """Give a paragraph of runs; a run that is no XML is plain text."""
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def item(text: str, list_id: int = 1, level: int = 0) -> str:
    """Give a paragraph that Word numbers by itself."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return para(*([text] if text else []), properties=number)


def definition(number: int, *levels: tuple[str, str] | tuple[str, str, str]) -> str:
    """Give the definition of a list: format, text and further XML of each level."""
    entries = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{level[0]}"/>{"".join(level[2:])}'
        f'<w:lvlText w:val="{level[1]}"/></w:lvl>'
        for at, level in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{entries}</w:abstractNum>'


def lists(*of: tuple[int, str] | int) -> str:
    """Give lists 1, 2, 3 ... by their definition, each with further XML where there is any."""
    pairs = [entry if isinstance(entry, tuple) else (entry, "") for entry in of]
    return "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{number}"/>{more}</w:num>'
        for n, (number, more) in enumerate(pairs, 1)
    )


def cell(*content: str, properties: str = "") -> str:
    """Give a table cell with paragraphs; what is no XML is plain text."""
    inner = "".join(one if one.startswith("<") else para(one) for one in content) or para()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def table(*rows: str, widths: tuple[int, ...] = ()) -> str:
    """Give a table of rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """Give a row of cells; what is no XML is a cell with plain text."""
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"
