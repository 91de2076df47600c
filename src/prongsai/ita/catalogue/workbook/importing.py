"""Reads a framework back from a workbook that an official corrected. Nothing is guessed, nothing passes silently."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import python_calamine
from xlsxwriter.utility import xl_col_to_name

from prongsai.ita.catalogue.checking import build_record
from prongsai.ita.catalogue.fields import Leaf
from prongsai.ita.catalogue.labels import field_label
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import CatalogueError, FieldPath, catalogue_error, stop
from prongsai.ita.catalogue.rules import check_framework
from prongsai.ita.catalogue.tables import TABLES, Table, single_leaves
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.catalogue.workbook.cells import Cell, from_cell
from prongsai.ita.catalogue.workbook.formulas import refuse_formulas
from prongsai.ita.catalogue.workbook.limits import check_limits
from prongsai.ita.catalogue.workbook.sheets import OPEN_SHEET, YEAR_HEADINGS, YEAR_SHEET
from prongsai.ita.catalogue.yaml_source import Value
from prongsai.ita.thai.refusal import Place, Refused

_POINT = Leaf(("open_points",), OPEN_SHEET, "text")


def import_workbook(path: Path) -> Framework:
    """Read a framework from an XLSX file.

    Raises CatalogueError with every problem found, each naming file, sheet, row, column and rule. Nothing is written.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise catalogue_error("FILE", "เปิดแฟ้มไม่ได้", Place(file=path.name)) from error
    return read_workbook(data, path.name)


def read_workbook(data: bytes, file: str) -> Framework:
    """Read a framework from the bytes of a workbook; `file` is the name by which problems are told."""
    check_limits(data, file)
    refuse_formulas(data, file)
    reader = _Reader(data, file)
    reader.year()
    for table in TABLES:
        reader.table(table)
    reader.open_points()
    if reader.refusals:
        raise CatalogueError(reader.refusals)
    framework = build_record(Framework, reader.data, reader.places, file)
    problems = check_framework(framework, load_topics())
    if problems:
        raise stop(problems, reader.places, file)
    return framework


class _Reader:
    """Gathers values with their places, and what could not be read."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        self.data: dict[str, Any] = {}
        self.places: dict[FieldPath, Place] = {}
        self.refusals: list[Refused] = []
        try:
            self.book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
        except python_calamine.CalamineError as error:
            raise catalogue_error("WORKBOOK", "แฟ้มนี้ไม่ใช่ตาราง XLSX ที่เปิดได้", Place(file=file)) from error

    def year(self) -> None:
        rows = self._rows(YEAR_SHEET)
        columns = self._columns(rows, YEAR_SHEET, YEAR_HEADINGS)
        leaves = {".".join(leaf.path): leaf for leaf in single_leaves()}
        for number, row in rows[1:]:
            key = str(row[columns[YEAR_HEADINGS[2]]] or "").strip()
            place = Place(file=self.file, sheet=YEAR_SHEET, row=number, column=xl_col_to_name(columns["ค่า"]))
            leaf = leaves.pop(key, None)
            if leaf is not None:
                for length in range(1, len(leaf.path)):
                    self.places.setdefault(leaf.path[:length], place)
                self._take(leaf.path, row[columns["ค่า"]], leaf, place)
            elif any(cell not in ("", None) for cell in row):
                self._refuse("FIELD", f"ไม่รู้จักช่องข้อมูล “{key}” หรือมีซ้ำ", place)
        for key in leaves:
            self._refuse("ROW", f"ขาดแถวของช่องข้อมูล {key}", Place(file=self.file, sheet=YEAR_SHEET))

    def table(self, table: Table) -> None:
        rows = self._rows(table.name)
        columns = self._columns(rows, table.name, table.headings)
        self.places[table.path] = Place(file=self.file, sheet=table.name)
        count = 0
        seen: set[str] = set()
        for number, row in rows[1:]:
            if all(cell in ("", None) for cell in row):
                continue
            key: str | int = count
            if table.keyed:
                key = self._key(row[columns[field_label("key")]], seen, table, number)
            path = (*table.path, key)
            self.places[path] = Place(file=self.file, sheet=table.name, row=number)
            _put(self.data, path, {})
            for leaf in table.columns:
                column = columns[leaf.heading]
                place = Place(file=self.file, sheet=table.name, row=number, column=xl_col_to_name(column))
                self._take((*path, *leaf.path), row[column], leaf, place)
            count += 1
        self._as_list(table)

    def open_points(self) -> None:
        rows = self._rows(OPEN_SHEET)
        self._columns(rows, OPEN_SHEET, (OPEN_SHEET,))
        points: list[Value] = []
        for number, row in rows[1:]:
            place = Place(file=self.file, sheet=OPEN_SHEET, row=number, column="A")
            point = self._read(row[0], _POINT, place)
            if point is not None:
                self.places["open_points", len(points)] = place
                points.append(point)
        self.data["open_points"] = points

    def _key(self, cell: Cell, seen: set[str], table: Table, number: int) -> str:
        key = str(cell or "").strip()
        if not key or key in seen:
            place = Place(file=self.file, sheet=table.name, row=number, column="A")
            self._refuse("TWICE" if key else "MISSING", f"รหัส “{key}” ว่างหรือซ้ำ", place)
        seen.add(key)
        return key

    def _as_list(self, table: Table) -> None:
        """Turn the gathered rows of a table without keys into a list."""
        holder: Any = self.data
        for name in table.path[:-1]:
            holder = holder.setdefault(name, {})
        gathered = holder.get(table.path[-1], {})
        holder[table.path[-1]] = gathered if table.keyed else list(gathered.values())

    def _take(self, path: FieldPath, cell: Cell, leaf: Leaf, place: Place) -> None:
        self.places[path] = place
        value = self._read(cell, leaf, place)
        if value is not None:
            _put(self.data, path, value)

    def _read(self, cell: Cell, leaf: Leaf, place: Place) -> Value:
        try:
            return from_cell(cell, leaf)
        except Refused as refused:
            self.refusals.append(Refused(refused.rule, refused.message, value=refused.value, place=place))
            return None

    def _rows(self, name: str) -> list[tuple[int, list[Any]]]:
        """Give the rows of a sheet with their numbers, the heading first. A missing sheet stops at once."""
        place = Place(file=self.file, sheet=name)
        if name not in self.book.sheet_names:
            raise catalogue_error("SHEET", "ขาดแผ่นงานนี้", place)
        try:
            rows = self.book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        except python_calamine.CalamineError as error:
            raise catalogue_error("WORKBOOK", "อ่านแผ่นงานนี้ไม่ได้", place) from error
        if not rows:
            raise catalogue_error("COLUMN", "แผ่นงานนี้ว่าง", place)
        return list(enumerate(rows, start=1))

    def _columns(self, rows: list[tuple[int, list[Any]]], name: str, headings: tuple[str, ...]) -> dict[str, int]:
        """Give the column of each heading. A heading that is missing, unknown or doubled stops at once."""
        found = [str(cell).strip() for cell in rows[0][1]]
        place = Place(file=self.file, sheet=name, row=1)
        wrong = [heading for heading in headings if found.count(heading) != 1]
        unknown = [heading for heading in found if heading and heading not in headings]
        if wrong or unknown:
            listed = " ".join(f"“{heading}”" for heading in wrong + unknown)
            raise catalogue_error("COLUMN", f"หัวคอลัมน์ขาด ซ้ำ หรือไม่รู้จัก: {listed}", place)
        return {heading: found.index(heading) for heading in headings}

    def _refuse(self, rule: str, message: str, place: Place) -> None:
        self.refusals.append(Refused(rule, message, place=place))


def _put(data: dict[Any, Any], path: FieldPath, value: object) -> None:
    """Set a value deep inside nested mappings, making them on the way."""
    for name in path[:-1]:
        data = data.setdefault(name, {})
    data[path[-1]] = value
