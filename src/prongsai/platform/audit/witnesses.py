"""What the signed heads say of each chain."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from prongsai.platform.audit.heads import Head, Kind


@dataclass(slots=True)
class Witnesses:
    """The heads of one chain that still count."""

    hashes: dict[int, str] = field(default_factory=dict)
    spans: list[tuple[int, int]] = field(default_factory=list)
    late: list[Head] = field(default_factory=list)
    restored: list[Head] = field(default_factory=list)
    contradictions: list[int] = field(default_factory=list)
    """Lines for which two heads have two hashes: the line was another one when the first was signed."""

    def hear(self, head: Head) -> None:
        """Take the next head of the journal. After a restore, what was cut off counts no more."""
        if head.kind is Kind.RESTORED:
            self.restored.append(head)
            self._forget_after(head.last)
        elif head.kind is Kind.LATE:
            self.late.append(head)
        if self.hashes.setdefault(head.last, head.hash) != head.hash:
            self.contradictions.append(head.last)
        self.spans.append((head.first, head.last))

    def _forget_after(self, last: int) -> None:
        self.hashes = {seq: known for seq, known in self.hashes.items() if seq <= last}
        self.spans = [(first, min(end, last)) for first, end in self.spans if first <= last]

    @property
    def end(self) -> int:
        """The last line of which a head tells."""
        return max(self.hashes, default=0)

    def settle(self) -> None:
        """Join the spans, so that `cover` is quick."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(self.spans):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        self.spans = joined

    def cover(self, seq: int) -> bool:
        """Tell whether a head was signed for this very line. Only after `settle`."""
        place = bisect_left(self.spans, (seq + 1,))
        return place > 0 and self.spans[place - 1][0] <= seq <= self.spans[place - 1][1]

    def uncovered(self, end: int) -> list[tuple[int, int]]:
        """Give the spans of lines up to `end` that no head covers. Only after `settle`."""
        gaps, following = [], 1
        for first, last in [*self.spans, (end + 1, end + 1)]:
            if following < min(first, end + 1):
                gaps.append((following, min(first, end + 1) - 1))
            following = max(following, last + 1)
        return gaps


def witnesses_of(heads: Iterable[Head]) -> dict[int, Witnesses]:
    """Sort genuine heads by chain."""
    by_chain: dict[int, Witnesses] = defaultdict(Witnesses)
    for head in heads:
        if head.genuine:
            by_chain[head.chain].hear(head)
    for witnesses in by_chain.values():
        witnesses.settle()
    return by_chain
