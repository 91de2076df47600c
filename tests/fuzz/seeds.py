"""Small sound files from which spoilt ones are made, by the suffix of their kind."""

from __future__ import annotations

import importlib.util
import io
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pikepdf
import xlsxwriter

from bad_inputs.makers import active_pdf, dde, dde_field, formulas, hidden_rows, remote_parts
from bad_inputs.pdf_files import scanned_pdf

READING = Path(__file__).parent.parent / "ita" / "reading"
KINDS = ("txt", "html", "csv", "docx", "xlsx", "pdf", "national")
_SMALLEST_PAPERS = 3


@lru_cache(maxsize=1)
def seeds() -> dict[str, list[bytes]]:
    """Give the seeds of every kind: invented papers in all formats, and odd files that are still sound."""
    papers = sorted((READING / "papers").glob("*.txt"), key=lambda path: path.stat().st_size)[:_SMALLEST_PAPERS]
    texts = [path.read_text(encoding="utf-8") for path in papers]
    found = {kind: [_reformat().reformat(text, kind) for text in texts] for kind in ("docx", "html", "xlsx", "pdf")}
    found["docx"] += [dde_field(), remote_parts()]
    found["xlsx"] += [dde(), formulas(), hidden_rows()]
    found["pdf"] = [_open_written(data) for data in (*found["pdf"], active_pdf(), scanned_pdf())]
    found["txt"] = [text.encode() for text in texts] + [texts[0].encode("utf-16"), texts[0].encode("cp874", "ignore")]
    found["csv"] = [text.replace("\t", sign).encode() for text, sign in zip(texts, ",;\t", strict=False)]
    found["national"] = [_national()]
    return found


def _reformat() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reformat", READING / "reformat.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["reformat"] = module
    spec.loader.exec_module(module)
    return module


def _open_written(data: bytes) -> bytes:
    """Write a PDF without packing, so that a changed byte changes what is drawn."""
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(
            written, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )  # fmt: skip
    return written.getvalue()


def _national() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet("ผล")
        page.merge_range(0, 0, 0, 4, "ผลการประเมิน ITA")
        page.write_row(1, 0, ["ที่", "หน่วยงาน", "จังหวัด", *(f"ตัวชี้วัดที่ {n}" for n in range(1, 11)), "คะแนนรวม", "ระดับ"])
        for row in range(2, 12):
            page.write_row(row, 0, [row, f"อบต.ที่ {row}", "ตัวอย่างธานี", *(80 + row / 7 for _ in range(11)), "ผ่าน"])
    return file.getvalue()
