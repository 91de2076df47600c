"""What the contractor is given for a list of changes: for each item its files, text to paste, a page to look at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from prongsai.ita.reading.web_page import PageLine
from prongsai.office.disclosure.content import PublishedContent, ShownFile
from prongsai.office.disclosure.page_parts import Part, page_of

TEXT, PAGE, LIST = "ข้อความ.txt", "ตัวอย่างหน้าเว็บ.html", "รายการแก้ไขเว็บไซต์.txt"
_MADE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One item of a list: its code, what its page says, and the bytes of its files by their place in the content."""

    code: str
    content: PublishedContent
    files: tuple[tuple[ShownFile, bytes], ...] = ()


def packed(items: Iterable[HandedOver], told: str) -> bytes:
    """Give a zip: the list itself, then a folder for each item. The same content gives the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, LIST, _for_windows(told))
        for item in items:
            folder = item.code.lower()
            _put(archive, f"{folder}/{TEXT}", _for_windows(pasted_text(item.content)))
            _put(archive, f"{folder}/{PAGE}", pasted_page(item.content).encode())
            for name, data in _named(item.files):
                _put(archive, f"{folder}/{name}", data)
    return held.getvalue()


def pasted_text(content: PublishedContent) -> str:
    """Give what a page says as text to paste: headings on lines of their own, cells of tables parted by tabs."""
    lines = [content.title, ""]
    for part in page_of(content.pieces).parts:
        if isinstance(part, PageLine):
            lines += ["", part.text] if part.level else [part.text]
        else:
            lines += ["\t".join(" ".join(cell.split()) for cell in row) for row in part]
    return "\n".join(lines).strip() + "\n"


def pasted_page(content: PublishedContent) -> str:
    """Give what a page says as a plain page, from which a site's editor takes headings and tables over."""
    body = "\n".join(_as_html(part) for part in page_of(content.pieces).parts)
    title = escape(content.title)
    return (
        f'<!doctype html>\n<html lang="th"><head><meta charset="utf-8"><title>{title}</title></head>\n'
        f"<body>\n<h1>{title}</h1>\n{body}\n</body></html>\n"
    )


def _as_html(part: Part) -> str:
    if isinstance(part, PageLine):
        tag = f"h{min(part.level, 6)}" if part.level else "p"
        return f"<{tag}>{escape(part.text)}</{tag}>"
    head, *rows = part
    told = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    below = "\n".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>\n<tr>{told}</tr>\n{below}\n</table>"


def _named(files: Iterable[tuple[ShownFile, bytes]]) -> Iterable[tuple[str, bytes]]:
    """Give files under names that are no paths and no name of another one."""
    taken: set[str] = {TEXT, PAGE}
    for number, (file, data) in enumerate(files, 1):
        plain = file.name.replace("/", "_").replace("\\", "_").strip(". ") or f"{number}"
        name = plain if plain not in taken else f"{number}-{plain}"
        taken.add(name)
        yield name, data


def _put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    archive.writestr(zipfile.ZipInfo(name, _MADE), data, zipfile.ZIP_DEFLATED)


def _for_windows(text: str) -> bytes:
    """Give a text as the editor of every office computer shows it right."""
    return text.replace("\n", "\r\n").encode("utf-8-sig")
