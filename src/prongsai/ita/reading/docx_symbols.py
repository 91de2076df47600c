"""Signs of the symbol fonts of Word: ticks, boxes and bullets that are only letters in disguise."""

from __future__ import annotations

_WINGDINGS = {0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐", 0xD8: "➢"}
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xA3: "☐", 0x2A: "☐"}
_SYMBOL = {0xD6: "√", 0xB7: "•", 0x2D: "-"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_UNKNOWN = "•"


def is_symbol_font(font: str) -> bool:
    """Whether the letters of a font are signs."""
    return font.lower() in _FONTS or font.lower().startswith(("wingdings", "webdings"))


def symbol(code: int, font: str) -> str:
    """Give the sign that a letter of a symbol font shows; a bullet where the sign is not known."""
    return _FONTS.get(font.lower(), {}).get(code & 0xFF, _UNKNOWN)


def symbols(text: str, font: str) -> str:
    """Give the signs that a text in a symbol font shows."""
    return "".join(char if char.isspace() else symbol(ord(char), font) for char in text)
