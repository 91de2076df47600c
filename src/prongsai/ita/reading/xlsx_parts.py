"""Finds the XML of each worksheet of a workbook, and the number formats of its cells."""

from __future__ import annotations

from prongsai.ita.reading.ooxml import Element, Package, attribute, local_name, whole
from prongsai.ita.reading.xlsx_sheet import MOST_CELLS, SheetDetails, sheet_details
from prongsai.ita.reading.xlsx_values import format_code


class SheetParts:
    """The sheets of a workbook by name, the number formats by the number of the cell style."""

    def __init__(self, package: Package) -> None:
        """Take the parts of a workbook. Refuses TRUNCATED and SIZE."""
        self._package = package
        main = package.main_part("xl/workbook.xml")
        related = package.related(main)
        self._paths: dict[str, str] = {}
        for sheet in _below(package.xml(main), "sheets"):
            target = related.get(attribute(sheet, "id") or "")
            if target is not None:
                self._paths[attribute(sheet, "name") or ""] = target[1]
        self._codes = _format_codes(package.part_of_kind(main, "styles"))

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the sheets."""
        return tuple(self._paths)

    def details(self, name: str, *, most_cells: int = MOST_CELLS) -> SheetDetails:
        """Give what the values of a sheet do not say. Refuses SIZE and TRUNCATED."""
        stream = self._package.stream(self._paths.get(name, ""))
        return SheetDetails() if stream is None else sheet_details(stream, most_cells=most_cells)

    def code(self, style: int) -> str:
        """Give the code of the number format of a cell style; empty for the general one."""
        return self._codes[style] if 0 <= style < len(self._codes) else ""


def _format_codes(styles: Element | None) -> list[str]:
    own = {whole(entry.get("numFmtId")) or 0: entry.get("formatCode") or "" for entry in _below(styles, "numFmts")}
    return [format_code(whole(entry.get("numFmtId")) or 0, own) for entry in _below(styles, "cellXfs")]


def _below(root: Element | None, name: str) -> list[Element]:
    """Give the entries of the list of a name."""
    found = next((child for child in root if local_name(child) == name), None) if root is not None else None
    return list(found) if found is not None else []
