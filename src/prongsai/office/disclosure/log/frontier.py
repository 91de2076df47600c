"""The right edge of the tree: all that is needed to append, a hash for each bit of the size."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.office.disclosure.log.hashing import EMPTY, node_hash


@dataclass(frozen=True, slots=True)
class Frontier:
    """The roots of the full subtrees of a tree, largest first; as many as the size has ones in binary.

    It is small enough to be kept with the last act (63 hashes at most for any log that can exist), and appending hashes
    no more than it holds.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if self.size < 0 or len(self.peaks) != self.size.bit_count():
            raise ValueError("a frontier has a hash for each one in the size's binary form")

    def append(self, leaf: bytes) -> Frontier:
        """Give the frontier with the hash of one more leaf."""
        peaks, carried = list(self.peaks), leaf
        place = self.size
        while place & 1:
            carried = node_hash(peaks.pop(), carried)
            place >>= 1
        return Frontier(self.size + 1, (*peaks, carried))

    def root(self) -> bytes:
        """Give the root of the tree."""
        if not self.peaks:
            return EMPTY
        *larger, root = self.peaks
        for peak in reversed(larger):
            root = node_hash(peak, root)
        return root
