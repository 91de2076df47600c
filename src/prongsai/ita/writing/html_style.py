"""The style sheet of a web page with the agency's own fonts, sizes and margins in it."""

from __future__ import annotations

import re
from string import Template

from prongsai.ita.papers.blocks import PaperStyle

FALLBACKS = ("Sarabun", "TH Sarabun New", "Noto Sans Thai Looped", "Noto Sans Thai", "Leelawadee UI", "Thonburi")
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9ก-๙ ._-]")


def style_sheet(sheet: str, style: PaperStyle, *, draft: str) -> str:
    """Return the sheet with `$names` filled in. Only fonts of the reader's own machine are named.

    `draft` stands in the margin of the pages after the first, where a browser knows margins; empty for a final paper.
    """
    filled = {
        "fonts": font_family(style.font_screen),
        "size": f"{style.size_screen / 12:.4f}".rstrip("0").rstrip("."),
        "list_numerals": "thai" if style.digits == "thai" else "decimal",
        "draft_mark": f'"{draft}"' if draft else "none",
        "print_size": str(style.size_pdf),
        "emblem_height": str(style.emblem_height),
        **{f"margin_{side}": str(getattr(style, f"margin_{side}")) for side in ("top", "right", "bottom", "left")},
    }
    return Template(sheet).substitute(filled)


def font_family(first: str) -> str:
    """Return the value of `font-family`: the wished font, then what machines in Thai offices have."""
    names = dict.fromkeys(name for name in (_NOT_IN_A_NAME.sub("", first).strip(), *FALLBACKS) if name)
    return ", ".join([*(f'"{name}"' for name in names), "Tahoma", "sans-serif"])
