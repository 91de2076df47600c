"""Keeps the codes that were repaired while reading, each printed form once in a paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from prongsai.ita.papers.reading import ReadingWarning
from prongsai.ita.reading.codes import FoundCode


@dataclass
class Repairs:
    """The repairs of one paper."""

    warnings: list[ReadingWarning] = field(default_factory=list)
    _forms: set[str] = field(default_factory=set)

    def note(self, found: Iterable[FoundCode], where: str) -> None:
        """Note the repaired codes of a place (a path in the reading)."""
        for entry in found:
            if entry.repaired and entry.printed not in self._forms:
                self._forms.add(entry.printed)
                self.warnings.append(ReadingWarning("code-repaired", where, entry.printed, entry.code))
