"""How large a file from outside may be."""

from __future__ import annotations

LARGEST_FILE = 20_000_000
"""Bytes that a file may have."""
