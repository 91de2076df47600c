"""Finds formulas and error values before a workbook is read: the reader would pass them off as blanks or zeros."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO

from prongsai.ita.catalogue.problems import CatalogueError
from prongsai.ita.thai.refusal import Place, Refused

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>(?=(\s*<(?:\w+:)?f\b)?)")
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]+)([0-9]+)["']""")
_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_SHEET = re.compile(r"""<(?:\w+:)?sheet\b[^>]*\bname="([^"]*)"[^>]*\b\w+:id="([^"]*)\"""")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")


def refuse_formulas(data: bytes, file: str) -> None:
    """Raise CatalogueError with rule FORMULA, naming each cell that holds a formula or an error such as #REF!."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = _sheet_names(archive)
        found = [
            Refused("FORMULA", "มีสูตรหรือค่าผิดพลาดในช่องนี้ โปรดวางเป็นค่าแทน", place=place)
            for part in archive.namelist()
            for place in _cells(archive.read(part), file, names.get(part))
        ]
    if found:
        raise CatalogueError(found)


def _cells(sheet: bytes, file: str, name: str | None) -> Iterator[Place]:
    if b"sheetData" not in sheet:
        return
    for match in _CELL.finditer(sheet):
        if match[1].endswith(b"/") or not (_ERROR.search(match[1]) or match[2]):
            continue
        where = _REFERENCE.search(match[1])
        row, column = (int(where[2]), where[1].decode()) if where else (None, None)
        yield Place(file=file, sheet=name, row=row, column=column)


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Give the name under which a person sees each sheet, by its part; empty where the book does not tell."""
    parts = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= parts:
        return {}
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {}
    for relation in _RELATION.findall(relations):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', relation))
        targets[attributes.get("Id")] = "xl/" + attributes.get("Target", "").removeprefix("/xl/")
    return {targets[key]: unescape(name) for name, key in _SHEET.findall(book) if key in targets}
