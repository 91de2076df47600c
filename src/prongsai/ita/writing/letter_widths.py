"""How wide a word is in the faces of the text, in parts of the size of its letters."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import Literal, TypeAlias

from PIL import ImageFont

from prongsai.ita.writing.fonts import FACES, fonts_folder

Face: TypeAlias = Literal["regular", "bold"]

_FILES: dict[Face, str] = {"regular": FACES[0], "bold": FACES[1]}
_UNITS = 1000  # to the size of a letter, in all faces of Sarabun
_HAIR = 0.01  # more than what adding up may lose, far less than a pixel
_THAI_ONLY = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e44\u0e46-\u0e5b]+")  # ๅ joins with ฤ into one wider letter
_IN_SARABUN = re.compile(r"[ -\u017f\u0e01-\u0e5b]")
_FARTHER = 1.05  # two Latin letters are set nearer or farther by a pair's own measure
_WIDER_BLANK = 1.25  # as `paper.typ` sets it


def is_thai(word: str) -> bool:
    """Whether a word has nothing but Thai letters and digits: between these Sarabun sets no pair nearer or farther."""
    return bool(_THAI_ONLY.fullmatch(word))


@lru_cache(maxsize=20_000)
def width_of(word: str, face: Face) -> float:
    """Return the width of a Thai word, a hair too wide rather than too narrow; what any other piece never exceeds."""
    if is_thai(word):
        return (math.fsum(_advance(letter, face) for letter in word) + _HAIR) / _UNITS
    letters = math.fsum(_advance(sign, face) if _IN_SARABUN.match(sign) else _UNITS for sign in word)
    return (letters * _FARTHER + word.count(" ") * _advance(" ", face) * (_WIDER_BLANK - 1)) / _UNITS


@lru_cache(maxsize=1024)
def _advance(letter: str, face: Face) -> float:
    return _font(face).getlength(letter)


@lru_cache(maxsize=2)
def _font(face: Face) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts_folder() / _FILES[face]), _UNITS, layout_engine=ImageFont.Layout.BASIC)
