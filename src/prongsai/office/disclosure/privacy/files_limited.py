"""Looks into files, and hides texts in them, in a child process with limits."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping

from prongsai.ita.reading.child_process import answers_of, crashed
from prongsai.ita.reading.limits import STANDARD
from prongsai.office.disclosure.privacy.file_texts import FileText
from prongsai.platform.files.kinds import Kind

CHILD = "prongsai.office.disclosure.privacy.file_child"


def texts_limited(data: bytes, name: str, kind: str) -> tuple[FileText, ...]:
    """Give all texts of a file. Refuses LIMIT and CRASH: what could not be looked through is not taken for clean."""
    if Kind(kind).is_picture:
        return (FileText("ภาพ", unread=True),)
    answers = answers_of({"task": "texts", "name": name, "kind": kind}, data, STANDARD, program=CHILD)
    return tuple(FileText(**{**told, "rows": tuple(tuple(row) for row in told["rows"])}) for told in answers)


def redacted_limited(data: bytes, name: str, hide: Mapping[str, str]) -> bytes:
    """Give a PDF without some texts (`pdf_redaction.redacted_pdf`). Refuses HIDDEN, LIMIT and CRASH."""
    order = {"task": "redact", "name": name, "hide": dict(hide)}
    made = b"".join(b64decode(told["piece"]) for told in answers_of(order, data, STANDARD, program=CHILD))
    if not made:
        raise crashed(name)
    return made
