"""The two hashes of the tree (RFC 9162, 2.1.1): their prefixes keep a leaf from ever being taken for a node."""

from __future__ import annotations

import hashlib

LEAF, NODE = b"\x00", b"\x01"
EMPTY = hashlib.sha256(b"").digest()
"""The root of a tree without leaves."""


def leaf_hash(leaf: bytes) -> bytes:
    """Give the hash of a leaf: SHA-256 of 0x00 and its bytes."""
    return hashlib.sha256(LEAF + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Give the hash of a node: SHA-256 of 0x01 and the hashes below it."""
    return hashlib.sha256(NODE + left + right).digest()


def largest_power_below(size: int) -> int:
    """Give the largest power of two smaller than a size of two or more: where the tree divides."""
    return 1 << (size - 1).bit_length() - 1
