"""How large a file from outside may be, packed and unpacked."""

from __future__ import annotations

from prongsai.ita.thai.refusal import Refused

LARGEST_FILE = 20_000_000
"""Bytes that a file may have."""

LARGEST_UNPACKED = 100_000_000
"""Bytes that all parts of an Office file may have together."""

LARGEST_PART = 30_000_000
"""Bytes that one part of an Office file may have."""

LARGEST_SHEET = 80_000_000
"""Bytes that a worksheet may have: one coloured down to its last row has 50 million, and is walked row by row."""


def check_size(data: bytes, name: str) -> None:
    """Refuse SIZE where a file is larger than 20 MB."""
    if len(data) > LARGEST_FILE:
        raise Refused("SIZE", f"แฟ้มใหญ่เกิน {LARGEST_FILE // 1_000_000} เมกะไบต์ โปรดแยกแฟ้มหรือลดขนาดภาพ").at(file=name)
