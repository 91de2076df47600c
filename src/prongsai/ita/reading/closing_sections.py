"""Reads the lists of problems and of proposals that stand under headings of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.ita.reading.folding import fold
from prongsai.ita.reading.layout import TextLine
from prongsai.ita.reading.numbering import is_numbered, list_items, marker_of
from prongsai.ita.reading.prose import Heading, is_boilerplate, opens_a_list

_ENDS = re.compile(
    r"^\(?\s?(?:ลงชื่อ|ลงนาม|ผู้จัดทำ|ผู้รายงาน|ผู้ตรวจสอบ|จึงเรียน|จึงขอ|จึงประกาศ|ประกาศ ณ|สั่ง ณ|นาย|นาง|นางสาว|\.{6,}|ตำแหน่ง|ว่าที่)"
)
_ENDS_A_PAPER = re.compile(r"^(?:ลงชื่อ|จึงเรียน|จึงประกาศ|จึงขอ(?:เสนอ|รายงาน|ประกาศ|แจ้ง)|ประกาศ ณ|สั่ง ณ|\.{6,})")
_PROPOSES = re.compile(r"^(?:ควร|ขอให้|อยากให้|เห็นควร|ต้องการให้|เสนอให้|ขอ)")
_NOTHING = frozenset({"ไม่มี", "-", "-ไม่มี-", "--", "ไม่พบ", "ไม่พบปัญหา"})
_WRAPPED = 60


def ends_a_paper(line: str) -> bool:
    """Whether a line is a closing sentence or a place for a signature, behind which no finding stands."""
    return _ENDS_A_PAPER.match(line) is not None


@dataclass
class ClosingReader:
    """Collects the lines of the open section and makes its list when it closes."""

    limitations: list[str] = field(default_factory=list)
    recommendations: list[str] = field(default_factory=list)
    section: Heading | None = None
    _lines: list[TextLine] = field(default_factory=list)

    def open(self, section: Heading) -> None:
        """Open a section, closing the one before."""
        self.close()
        self.section = section

    def holds(self, line: str, heading: Heading) -> bool:
        """Whether a line that looks like a heading is rather an item of the open section."""
        return self.section is heading and bool(self._lines) and marker_of(line) is not None

    def take(self, line: TextLine) -> bool:
        """Take a line into the open section; False where none is open or the line ends it."""
        if self.section is None:
            return False
        if _ENDS.match(line.text):
            self.close()
            return False
        self._lines.append(line)
        return True

    def drop_lead(self) -> None:
        """Forget the open section where it holds no list: it only leads to what follows."""
        if not is_numbered([line.text for line in self._lines]):
            self.section = None
            self._lines = []

    def close(self) -> None:
        """Close the open section."""
        if self.section is not None:
            entries = [entry for entry in _entries(self._lines) if fold(entry).strip(".-") not in _NOTHING]
            for entry in entries:
                self._target(entry).append(entry)
        self.section = None
        self._lines = []

    def _target(self, entry: str) -> list[str]:
        if self.section is Heading.RECOMMENDATIONS:
            return self.recommendations
        proposes = self.section is Heading.BOTH and _PROPOSES.match(entry)
        return self.recommendations if proposes else self.limitations


def _entries(lines: Sequence[TextLine]) -> tuple[str, ...]:
    texts = [line.text for line in lines]
    if is_numbered(texts):
        texts = _without_what_follows(lines)
        first = next((n for n, text in enumerate(texts) if marker_of(text) is not None), 0)
        kept = [text for n, text in enumerate(texts) if n >= first or not (is_boilerplate(text) or opens_a_list(text))]
        return list_items(kept)
    groups: list[str] = []
    long = False
    for line in lines:
        if is_boilerplate(line.text) or opens_a_list(line.text):
            continue
        if groups and not line.gap and long:
            groups[-1] += f" {line.text}"
        else:
            groups.append(line.text)
        long = len(line.text) >= _WRAPPED
    return tuple(item for group in groups for item in list_items([group]))


def _without_what_follows(lines: Sequence[TextLine]) -> list[str]:
    """Give the texts up to the end of the list: a paragraph of its own behind the last item is no item."""
    last = max((n for n, line in enumerate(lines) if marker_of(line.text) is not None), default=0)
    end = next((n for n in range(last + 1, len(lines)) if lines[n].gap), len(lines))
    return [line.text for line in lines[:end]]
