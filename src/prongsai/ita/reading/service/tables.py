"""Tables of manuals: entries of one part, labels with texts, a row for each service, entries that name theirs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from prongsai.ita.papers.service import Channel, Discretion, Fee, NeededDocument
from prongsai.ita.reading.layout import Cell, Row, Table
from prongsai.ita.reading.service.entries import step_with
from prongsai.ita.reading.service.gathering import Gathering
from prongsai.ita.reading.service.labels import DASHES, part_of, says_none, unnumbered
from prongsai.ita.reading.service.times import read_time
from prongsai.ita.thai import printed_number, single_line, to_arabic

ENTRY_PARTS = ("steps", "documents", "fees", "channels", "discretion")
_WHOLE_PARTS = frozenset({*ENTRY_PARTS, "law", "criteria", "complaints"})
_HEADER_WITHIN = 3
_LONGEST_HEADER = 80
_LABELLED = 0.6

Columns = Mapping[str, int]


def header_of(table: Table) -> tuple[int, dict[str, int]] | None:
    """Give the number of the header row and the column of each part it names; None for a table without a header."""
    for n, row in enumerate(table.rows[:_HEADER_WITHIN]):
        columns: dict[str, int] = {}
        texts = [(column, row.cells[column].text) for column in row.filled()]
        if any(len(text) > _LONGEST_HEADER for _, text in texts):
            return None
        for column, text in texts:
            if (part := part_of(text)) is not None:
                columns.setdefault(part, column)
        if len(columns.keys() - {"number", "other"}) >= 2 and len(columns) * 2 >= len(texts):
            return n, columns
    return None


def is_labelled(table: Table) -> bool:
    """Whether the table has labels in its first column and texts beside them."""
    rows = [row for row in table.rows if row.filled()]
    known = sum(1 for row in rows if row.own(0) and part_of(row.own(0).text) not in (None, "number"))
    return len(rows) >= 3 and known >= _LABELLED * len(rows)


def is_row_for_each_service(columns: Columns) -> bool:
    """Whether each row is a whole service: a name beside several parts, or beside what only a service has."""
    if "name" not in columns:
        return False
    parts = _WHOLE_PARTS & columns.keys()
    return len(parts) > 1 or not parts & set(ENTRY_PARTS)


def main_part(columns: Columns) -> str | None:
    """Give the part whose entries the rows are."""
    return next((part for part in ENTRY_PARTS if part in columns), None)


def cell(row: Row, columns: Columns, part: str) -> Cell:
    """Give the cell of a part, empty where the table has none."""
    return row.own(columns[part]) if part in columns else Cell()


def take_entry(service: Gathering, part: str, row: Row, columns: Columns, place: str) -> None:
    """Take one row of a table of entries into a service."""
    text = single_line(cell(row, columns, part).text)
    if not text:
        return
    if part != "steps" and (says_none(text) or text in DASHES):
        service.add(part, text, place)
        return
    _TAKERS[part](service, row, columns, place)


def _text(row: Row, columns: Columns, part: str) -> str:
    text = single_line(cell(row, columns, part).text)
    return "" if text in DASHES else text


def _take_step(service: Gathering, row: Row, columns: Columns, place: str) -> None:
    title = _text(row, columns, "steps")
    kind = _text(row, columns, "step_kind")
    printed = _text(row, columns, "time")
    if part_of(title) == "total":
        service.add("total", printed or title, place)
        return
    time = read_time(printed, _text(row, columns, "time_unit"))
    service.look_at_time(time, printed or title, place)
    whole = f"{kind}: {title}" if kind and kind not in title else title
    unit, spot = _text(row, columns, "unit"), _text(row, columns, "place")
    service.append("steps", step_with(whole, time.span if time else None, unit, spot))


def _take_document(service: Gathering, row: Row, columns: Columns, place: str) -> None:
    title = unnumbered(_text(row, columns, "documents"))
    if "originals" not in columns and "copies" not in columns:
        counted = " ".join(filter(None, (_text(row, columns, "amount_of"), _text(row, columns, "counted_in"))))
        if counted.isdigit():
            counted = f"{counted} ฉบับ"
        service.add("documents", f"{title} {counted}".strip(), place)
        return
    originals = _count(service, _text(row, columns, "originals"), place)
    copies = _count(service, _text(row, columns, "copies"), place)
    if not originals and not copies:
        service.doubt("COUNT", place, "ไม่พบจำนวนฉบับของเอกสาร", title)
    issuer, note = _text(row, columns, "issuer"), _text(row, columns, "remarks")
    service.append("documents", NeededDocument(title, originals, copies, issuer, note))


def _count(service: Gathering, text: str, place: str) -> int:
    figures = "".join(char for char in to_arabic(text) if char.isascii() and char.isdigit())
    if text and not figures and not says_none(text):
        service.doubt("COUNT", place, "อ่านจำนวนฉบับไม่ได้ โปรดระบุ", text)
    return int(figures[:3]) if figures else 0


def _take_fee(service: Gathering, row: Row, columns: Columns, place: str) -> None:
    item, printed, note = (_text(row, columns, part) for part in ("fees", "amount", "remarks"))
    if "amount" not in columns:
        service.add("fees", " · ".join(filter(None, (item, note))), place)
        return
    amount = _amount(printed)
    if amount is None and printed:
        note = f"{printed} {note}".strip()
    if amount is None and not note:
        service.doubt("AMOUNT", place, "ไม่พบจำนวนเงินของค่าธรรมเนียม", item)
    service.append("fees", Fee(unnumbered(item), amount, note))


def _amount(printed: str) -> Decimal | None:
    plain = to_arabic(printed).replace("บาท", "").strip()
    try:
        value = printed_number(plain)
    except InvalidOperation:
        return None
    return value if value is not None and value >= 0 else None


def _take_channel(service: Gathering, row: Row, columns: Columns, place: str) -> None:
    name = unnumbered(_text(row, columns, "channels"))
    if columns.keys().isdisjoint({"place", "days", "hours", "contact"}):
        service.add("channels", name, place)
        return
    rest = (_text(row, columns, part) for part in ("place", "days", "hours", "contact"))
    service.append("channels", Channel(name, *rest))


def _take_discretion(service: Gathering, row: Row, columns: Columns, _place: str) -> None:
    point = unnumbered(_text(row, columns, "discretion"))
    service.append("discretion", Discretion(point, _text(row, columns, "criterion")))


_TAKERS: dict[str, Callable[[Gathering, Row, Columns, str], None]] = {
    "steps": _take_step,
    "documents": _take_document,
    "fees": _take_fee,
    "channels": _take_channel,
    "discretion": _take_discretion,
}
