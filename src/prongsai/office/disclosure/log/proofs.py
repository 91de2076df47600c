"""Checking of proofs by nothing but the hashes given (RFC 9162, 2.1.3.2 and 2.1.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.office.disclosure.log.hashing import node_hash


def verify_inclusion(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether a leaf hash stands at an index (from 0) of the tree of a size with this root."""
    if not 0 <= index < size:
        return False
    place, last, reached = index, size - 1, leaf
    for hashed in path:
        if last == 0:
            return False
        if place & 1 or place == last:
            reached = node_hash(hashed, reached)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            reached = node_hash(reached, hashed)
        place, last = place >> 1, last >> 1
    return last == 0 and reached == root


def verify_consistency(first: int, second: int, proof: Sequence[bytes], first_root: bytes, second_root: bytes) -> bool:
    """Whether the tree of a first size is the beginning of that of a second size; both sizes at least 1."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not proof and first_root == second_root
    path = [first_root, *proof] if first & (first - 1) == 0 else list(proof)
    if not path:
        return False
    place, last = first - 1, second - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    older = newer = path[0]
    for hashed in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            older, newer = node_hash(hashed, older), node_hash(hashed, newer)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            newer = node_hash(newer, hashed)
        place, last = place >> 1, last >> 1
    return last == 0 and older == first_root and newer == second_root
