"""The tree with the hashes of all its full subtrees, from which proofs are made (RFC 9162, 2.1.3 and 2.1.4)."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.office.disclosure.log.hashing import EMPTY, largest_power_below, node_hash


class HashTree:
    """A Merkle tree over leaf hashes. It holds twice as many hashes as leaves; a proof takes few of them."""

    def __init__(self, leaves: Iterable[bytes] = ()) -> None:
        self._levels: list[list[bytes]] = [[]]
        for leaf in leaves:
            self.append(leaf)

    def __len__(self) -> int:
        return len(self._levels[0])

    def append(self, leaf: bytes) -> None:
        """Add the hash of one more leaf."""
        level, carried = 0, leaf
        self._levels[0].append(carried)
        while len(self._levels[level]) % 2 == 0:
            left, right = self._levels[level][-2:]
            carried = node_hash(left, right)
            level += 1
            if level == len(self._levels):
                self._levels.append([])
            self._levels[level].append(carried)

    def root(self, size: int | None = None) -> bytes:
        """Give the root of the tree as it was at a size, now by default. Refuses ValueError a size it never had."""
        size = self._checked(len(self) if size is None else size)
        return self._node(0, size) if size else EMPTY

    def inclusion(self, index: int, size: int | None = None) -> list[bytes]:
        """Give the audit path of a leaf (from 0) to the root at a size, lowest first."""
        size = self._checked(len(self) if size is None else size)
        if not 0 <= index < size:
            raise ValueError(f"leaf {index} is not in a tree of {size}")
        return self._path(index, 0, size)

    def consistency(self, first: int, second: int | None = None) -> list[bytes]:
        """Give the proof that the tree at a first size is the beginning of that at a second one, both at least 1."""
        second = self._checked(len(self) if second is None else second)
        if not 0 < first <= second:
            raise ValueError(f"no proof from size {first} to size {second}")
        return [] if first == second else self._subproof(first, 0, second, whole=True)

    def _checked(self, size: int) -> int:
        if not 0 <= size <= len(self):
            raise ValueError(f"the tree never had the size {size}")
        return size

    def _node(self, start: int, size: int) -> bytes:
        """Give the root of the leaves from start; only the ragged right edge is hashed anew."""
        if size & (size - 1) == 0 and start % size == 0:
            level = size.bit_length() - 1
            return self._levels[level][start >> level]
        part = largest_power_below(size)
        return node_hash(self._node(start, part), self._node(start + part, size - part))

    def _path(self, index: int, start: int, size: int) -> list[bytes]:
        if size == 1:
            return []
        part = largest_power_below(size)
        if index < part:
            return [*self._path(index, start, part), self._node(start + part, size - part)]
        return [*self._path(index - part, start + part, size - part), self._node(start, part)]

    def _subproof(self, first: int, start: int, size: int, *, whole: bool) -> list[bytes]:
        """Follow RFC 9162, 2.1.4.1: `whole` while the first tree is a full subtree from the very beginning."""
        if first == size:
            return [] if whole else [self._node(start, size)]
        part = largest_power_below(size)
        if first <= part:
            return [*self._subproof(first, start, part, whole=whole), self._node(start + part, size - part)]
        return [*self._subproof(first - part, start + part, size - part, whole=False), self._node(start, part)]
