"""Whether an element of an OIT item stands on a page under its heading, and whether something stands below it.

A machine only sees headings. What it does not find under short words is called missing, for a person to look at; what
an element says in a whole sentence no heading repeats, and it stays unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from prongsai.ita.analysis.item_check import ElementState
from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.pages import page_for
from prongsai.ita.reading.web_page.seen import PageLine, WebPage
from prongsai.ita.thai.text import compact

_ASIDE = re.compile(r"\([^)]*\)")
_WHERE_NONE = re.compile(r"(?:ถ้า|หาก)?ไม่มี(?:ข้อมูล|เรื่อง)?(?:ต้อง|ให้)ระบุ.*$")
_JOINTS = re.compile(r"และ|หรือ|[\s/,.:;\"“”'‘’()\[\]–—-]")
_NUMBERING = re.compile(
    r"^[\s•*·–-]*(?:(?:หัวข้อ|ข้อ|ส่วน|ตอน)(?:ที่)?\s*(?=[0-9๐-๙]))?"
    r"(?:[(]?[0-9๐-๙]{1,2}[.)/]?(?:[0-9๐-๙]{1,2}[.)]?)*)?\s*"
)
_NONE = re.compile(
    r"^[\s.:–—-]*(?:-|ไม่มี(?:[ก-๙ ]{0,60})?|ไม่พบ[ก-๙ ]{0,40}|ไม่เรียกเก็บ[ก-๙ ]*|ไม่เก็บ[ก-๙ ]*|ไม่ใช้[ก-๙ ]*)?[\s.]*$"
)
_NOTHING = re.compile(r"^[\s.…:_]*$")
_NO_HEADING = re.compile(r"ปีก่อน|ของปี|เดือน|คอลัมน์|ไฟล์|เว็บ|ต้อง|ไม่ใช่|โดย")
"""What tells how a page must be, rather than what stands on it under a heading."""
LONGEST_HEADING = 28
"""An element of more letters than this is a sentence, for which no heading can be expected."""
_LONGEST_LINE = 90


def heading_words(
    framework: Framework, code: str, more: Mapping[str, Sequence[str]] | None = None
) -> dict[str, list[str]]:
    """Give for each element of an item the words under which it may stand: its own, those of the model page, and more.

    `more` are an office's own headings by element. Raises KeyError for an item that the year has not.
    """
    item = framework.item(code)
    if item is None:
        raise KeyError(code)
    elements = dict.fromkeys((*(item.elements.values or ()), *item.elements.candidates, *(more or {})))
    words = {element: [_core(element)] for element in elements}
    page = page_for(framework, code)
    for section in page.sections if page else ():
        for entry in section.elements:
            words[entry.text].append(section.heading)
    for element, headings in (more or {}).items():
        words[element].extend(headings)
    return words


def elements_on_page(page: WebPage, words: Mapping[str, Sequence[str]]) -> dict[str, ElementState]:
    """Tell the state of each element, known by its headings (see `heading_words`)."""
    keys = {element: [key for heading in headings if (key := _folded(heading))] for element, headings in words.items()}
    every = [key for entry in keys.values() for key in entry]
    return {element: _state(page, entry, every) for element, entry in keys.items()}


def _state(page: WebPage, keys: Sequence[str], every: Sequence[str]) -> ElementState:
    found = [*_in_lines(page, keys, every), *_in_tables(page, keys)]
    for state in ("present", "said-none", "blank"):
        if state in found:
            return state
    could_be_seen = any(len(key) <= LONGEST_HEADING and not _NO_HEADING.search(key) for key in keys[:1])
    return "missing" if could_be_seen else "not-checked"


def _in_lines(page: WebPage, keys: Sequence[str], every: Sequence[str]) -> Iterator[ElementState]:
    parts = page.parts
    for place, part in enumerate(parts):
        rest = _rest_after(part, keys) if isinstance(part, PageLine) else None
        if rest is None or not isinstance(part, PageLine):
            continue
        below: list[str] = []
        for following in parts[place + 1 :]:
            if isinstance(following, PageLine):
                if _ends(following, part, every):
                    break
                below.append(following.text)
            else:
                below.extend(" ".join(row).strip() for row in following)
        yield _filled([rest, *below])


def _ends(line: PageLine, heading: PageLine, every: Sequence[str]) -> bool:
    """Whether a line is the next heading: one as high, or one that another element stands under."""
    if line.level and (not heading.level or line.level <= heading.level):
        return True
    return _rest_after(line, every) is not None


def _rest_after(line: PageLine, keys: Sequence[str]) -> str | None:
    """Give what stands behind the words of a heading in its own line; None where the line is none of these headings."""
    text = _NUMBERING.sub("", line.text, count=1)
    if not text or (len(text) > _LONGEST_LINE and not line.level):
        return None
    whole = _folded(text)
    head, colon, rest = text.partition(":")
    folded = _folded(head)
    for key in keys:
        if whole == key or (line.level and key in whole):
            return ""
        if folded == key:
            return rest
        if not colon and folded.startswith(key) and _NONE.match(_after(text, key)):
            return _after(text, key)
    return None


def _after(text: str, key: str) -> str:
    """Give what follows a folded key in a text that begins with it."""
    for end in range(len(text) + 1):
        if _folded(text[:end]) == key:
            return text[end:]
    return text


def _in_tables(page: WebPage, keys: Sequence[str]) -> Iterator[ElementState]:
    """Look at columns headed by an element, and at rows whose first cell is one."""
    for part in page.parts:
        if isinstance(part, PageLine) or not part:
            continue
        for column, heading in enumerate(part[0]):
            if _folded(heading) in keys and len(part) > 1:
                yield _filled([row[column] for row in part[1:] if column < len(row)])
        for row in part:
            if len(row) > 1 and _folded(_NUMBERING.sub("", row[0], count=1)) in keys:
                yield _filled(row[1:])


def _filled(texts: Sequence[str]) -> ElementState:
    told = [text for text in texts if not _NOTHING.match(text)]
    if not told:
        return "blank"
    return "said-none" if all(_NONE.match(text) for text in told) else "present"


def _core(element: str) -> str:
    return _WHERE_NONE.sub("", _ASIDE.sub("", element)).strip()


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return _JOINTS.sub("", compact(_ASIDE.sub("", text)))
