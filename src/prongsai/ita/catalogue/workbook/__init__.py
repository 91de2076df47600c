"""A framework as a workbook: what an official edits instead of YAML."""

from prongsai.ita.catalogue.workbook.exporting import export_workbook, workbook_bytes
from prongsai.ita.catalogue.workbook.importing import import_workbook, read_workbook

__all__ = ["export_workbook", "import_workbook", "read_workbook", "workbook_bytes"]
