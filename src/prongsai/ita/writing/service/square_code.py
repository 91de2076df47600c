"""The square code (QR) that leads to the public page of a service."""

from __future__ import annotations

from io import BytesIO

import segno

LONGEST = 400
"""Characters of an address: a longer one makes a code that old telephones do not read from a wall."""
_QUIET_ZONE = 4  # modules, as ISO/IEC 18004 asks


def square_code_svg(address: str) -> bytes:
    """Draw the code of an address as SVG. Raises ValueError for an address that is empty or too long."""
    return _drawn(address, "svg", scale=4, xmldecl=True, svgns=True)


def square_code_png(address: str) -> bytes:
    """Draw the code of an address as PNG, 12 dots to a module. Raises ValueError as `square_code_svg` does."""
    return _drawn(address, "png", scale=12)


def _drawn(address: str, kind: str, **options: object) -> bytes:
    if not 0 < len(address) <= LONGEST:
        raise ValueError("an address of 1 to 400 characters")
    target = BytesIO()
    segno.make_qr(address, error="m").save(target, kind=kind, border=_QUIET_ZONE, **options)
    return target.getvalue()
