"""Opens a file of a site in a child process with limits, and says whether a visitor can open and read it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from prongsai.ita.analysis.item_check import Checked
from prongsai.ita.reading.child_process import answers_of, shown_name
from prongsai.ita.reading.limits import STANDARD, Limits
from prongsai.ita.reading.sizes import check_size
from prongsai.ita.reading.web_page import PageLine, WebPage
from prongsai.ita.thai.refusal import Refused
from prongsai.office.site.audit.visits import Visit

CHILD = "prongsai.office.site.audit.child"
_READ = frozenset({".pdf", ".docx", ".xlsx", ".csv", ".txt", ".html", ".htm"})
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF", b"GIF8")
_SCANS = frozenset({"NO-TEXT", "GARBLED"})
_UNSURE = frozenset({"LIMIT", "PAGES", "SIZE", "CRASH"})
"""Refusals of our own reader that say nothing of what a visitor's program can do."""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file of an item. `opens`: whether it can be opened; `reason` says in Thai why not, or why nobody knows.

    `text`: whether it holds text that can be searched and read out; `page` is that text, as lines and tables.
    """

    address: str
    name: str
    opens: Checked
    reason: str = ""
    text: Checked = "not-checked"
    page: WebPage | None = None


def open_file(visit: Visit, *, limits: Limits = STANDARD) -> OpenedFile:
    """Try to open what came of a visit."""
    name = shown_name(visit.file_name)
    state, reason = _before_opening(visit)
    if state is not None:
        return OpenedFile(visit.address, name, state, reason)
    if visit.page is not None:
        return OpenedFile(visit.address, name, "yes", text="yes", page=visit.page)
    suffix = PurePosixPath(visit.file_name).suffix.lower()
    if visit.body.startswith(_PICTURES) and suffix not in _READ:
        return OpenedFile(visit.address, name, "yes", text="no")
    if suffix not in _READ:
        return OpenedFile(visit.address, name, "not-checked", f"ไม่ได้ลองเปิดแฟ้มชนิด {suffix or 'นี้'}")
    try:
        parts = _parts_of(visit.body, name, limits)
    except Refused as refused:
        return _refused(visit.address, name, refused)
    return OpenedFile(visit.address, name, "yes", text="yes", page=WebPage("", "th", parts, (), ()))


def _before_opening(visit: Visit) -> tuple[Checked | None, str]:
    """Tell what is known without opening the file; None where it has to be opened."""
    if visit.not_looked:
        return "not-checked", visit.trouble
    if visit.trouble:
        return "no", visit.trouble
    if visit.cut:
        return "not-checked", "แฟ้มใหญ่เกินกว่าที่ตรวจได้ในครั้งเดียว"
    return (None, "") if visit.body else ("no", "แฟ้มว่าง (0 ไบต์)")


def _refused(address: str, name: str, refused: Refused) -> OpenedFile:
    if refused.rule in _SCANS:
        return OpenedFile(address, name, "yes", text="no")
    return OpenedFile(address, name, "not-checked" if refused.rule in _UNSURE else "no", refused.message)


def _parts_of(data: bytes, name: str, limits: Limits) -> tuple[PageLine | tuple[tuple[str, ...], ...], ...]:
    check_size(data, name)
    order = {"task": "parts", "name": name}
    return tuple(_part(answer) for answer in answers_of(order, data, limits, program=CHILD))


def _part(answer: dict[str, Any]) -> PageLine | tuple[tuple[str, ...], ...]:
    if "line" in answer:
        return PageLine(str(answer["line"]))
    return tuple(tuple(map(str, row)) for row in answer["rows"])
