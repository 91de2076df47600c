"""Walks through the blocks of a paper and gathers its services."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from prongsai.ita.reading.layout import Block, Row, Table, TextLine
from prongsai.ita.reading.service.found import Doubt, FoundService
from prongsai.ita.reading.service.gathering import Gathering
from prongsai.ita.reading.service.labels import Heading, heading_of, part_of
from prongsai.ita.reading.service.tables import (
    cell,
    header_of,
    is_labelled,
    is_row_for_each_service,
    main_part,
    take_entry,
)
from prongsai.ita.thai import Refused, compact, single_line

MOST_SERVICES = 500


def read_service_blocks(blocks: Iterable[Block], sheet: str = "") -> tuple[FoundService, ...]:
    """Give the services of a paper, the doubtful ones first, else in its order.

    Refuses EMPTY (nothing that looks like a service manual) and SIZE (more than 500 services).
    """
    walk = _Walk(sheet)
    for block in blocks:
        walk.take(block)
    return walk.found()


def read_service_sheets(sheets: Sequence[tuple[str, Sequence[Row]]]) -> tuple[FoundService, ...]:
    """Give the services of a workbook, sheet after sheet; entries find their service by its name. Refuses as above."""
    walk = _Walk()
    for name, rows in sheets:
        walk.turn_to(name)
        walk.take(Table(tuple(row for row in rows if row.filled())))
    return walk.found()


@dataclass
class _Walk:
    sheet: str = ""
    services: list[Gathering] = field(default_factory=list)
    part: str | None = None
    numbering: str = ""
    stray: list[Doubt] = field(default_factory=list)

    def turn_to(self, sheet: str) -> None:
        """Begin another sheet of a workbook."""
        self.sheet, self.part = sheet, None

    def take(self, block: Block) -> None:
        """Take a block."""
        if isinstance(block, TextLine):
            self._line(block)
        elif (header := header_of(block)) is not None:
            self._table(block, *header)
        elif is_labelled(block):
            self._labelled(block)
        elif block.rows:
            self.stray.append(
                Doubt("PLACE", self._place(block.rows[0].number), "ไม่ทราบว่าตารางนี้เป็นส่วนใดของคู่มือ จึงไม่ได้อ่าน")
            )

    def found(self) -> tuple[FoundService, ...]:
        """Give all services."""
        done = [service.done() for service in self.services if service.name or not service.is_empty]
        if not any(not service.is_empty for service in self.services):
            raise Refused(
                "EMPTY", "ไม่พบงานบริการในแฟ้มนี้ โปรดใช้แบบตัวอย่าง หรือตั้งหัวข้อ เช่น ชื่องาน ขั้นตอน เอกสารที่ต้องใช้ ค่าธรรมเนียม"
            )
        if len(done) > MOST_SERVICES:
            raise Refused("SIZE", f"แฟ้มนี้มีงานบริการเกิน {MOST_SERVICES} งาน โปรดแยกเป็นหลายแฟ้ม")
        if self.stray:
            done[0] = replace(done[0], doubts=(*done[0].doubts, *self.stray))
        return tuple(sorted(_told_twice(done), key=lambda service: not service.doubts))

    def _place(self, number: int) -> str:
        sheet = f"แผ่นงาน {self.sheet} " if self.sheet else ""
        return f"{sheet}บรรทัด {number}" if number else sheet.strip()

    def _line(self, line: TextLine) -> None:
        place = self._place(line.number)
        heading = self._heading(line.text)
        if heading is not None:
            self.part = heading.part
            self.numbering = heading.numbering or self.numbering
            if heading.part == "name":
                self._begin(heading.rest, place)
            elif heading.rest:
                self._add(heading.part, heading.rest, place)
        elif self.part == "name" and self.services and not self.services[-1].name:
            self.services[-1].name = single_line(line.text)
        elif self.part is not None:
            self._add(self.part, line.text, place)

    def _heading(self, text: str) -> Heading | None:
        """Give the heading a line is. An entry may begin with the word of a heading, but is numbered otherwise."""
        heading = heading_of(text)
        if heading is None or heading.sure or self.part is None or not heading.numbering:
            return heading
        return (
            heading if heading.numbering != "-" and heading.numbering == (self.numbering or heading.numbering) else None
        )

    def _begin(self, name: str, place: str) -> Gathering:
        """Begin a service, or go on with one that has said nothing but its name."""
        name = single_line(name)
        if self.services and (self.services[-1].is_empty or compact(self.services[-1].name) == compact(name)):
            self.services[-1].name = name or self.services[-1].name
        else:
            self.services.append(Gathering(place, name))
        return self.services[-1]

    def _add(self, part: str, text: str, place: str) -> None:
        self._current(place).add(part, text, place)

    def _current(self, place: str) -> Gathering:
        if not self.services:
            self.services.append(Gathering(place))
        return self.services[-1]

    def _labelled(self, table: Table) -> None:
        part = None
        for row in table.rows:
            place = self._place(row.number)
            part = (part_of(row.own(0).text) if row.own(0) else None) or part
            texts = [line for n in range(1, len(row.cells)) for line in row.own(n).lines]
            if part == "name":
                self._begin(" ".join(texts), place)
            elif part is not None:
                for text in texts:
                    self._add(part, text, place)

    def _table(self, table: Table, header: int, columns: dict[str, int]) -> None:
        rows = table.rows[header + 1 :]
        if is_row_for_each_service(columns):
            self._whole_rows(rows, columns)
            return
        part = main_part(columns)
        if part is None:
            self.stray.append(
                Doubt("PLACE", self._place(table.rows[header].number), "ไม่ทราบว่าตารางนี้เป็นส่วนใดของคู่มือ จึงไม่ได้อ่าน")
            )
            return
        for row in rows:
            place = self._place(row.number)
            service = self._named(cell(row, columns, "name").text, place) if "name" in columns else self._current(place)
            take_entry(service, part, row, columns, place)

    def _whole_rows(self, rows: Sequence[Row], columns: dict[str, int]) -> None:
        for row in rows:
            place = self._place(row.number)
            name = single_line(cell(row, columns, "name").text)
            if name:
                self.services.append(Gathering(place, name))
            elif not row.filled():
                continue
            for part in columns.keys() - {"name", "number", "other"}:
                for line in cell(row, columns, part).lines:
                    self._add(part, line, place)

    def _named(self, name: str, place: str) -> Gathering:
        """Find the service of a name, the current one where the cell is empty; a name that is new begins one."""
        name = single_line(name)
        if not name:
            return self._current(place)
        for service in self.services:
            if compact(service.name) == compact(name):
                return service
        self.services.append(Gathering(place, name))
        return self.services[-1]


def _told_twice(services: Sequence[FoundService]) -> Iterable[FoundService]:
    seen: set[str] = set()
    for service in services:
        key = compact(service.sheet.name)
        if key and key in seen:
            twice = Doubt("TWICE", service.place, "ชื่องานซ้ำกับงานอื่นในแฟ้มเดียวกัน", service.sheet.name)
            yield replace(service, doubts=(*service.doubts, twice))
        else:
            yield service
        seen.add(key)
