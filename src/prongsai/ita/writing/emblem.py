"""The picture above a title: a file that the agency supplies, since the use of emblems is regulated."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from docx.image.image import Image

from prongsai.ita.papers.blocks import PaperStyle
from prongsai.ita.thai.refusal import Refused

ALT = "ตราของหน่วยงาน"
KINDS = ("image/png", "image/jpeg")
MOST_BYTES = 2_000_000
MOST_PIXELS = 25_000_000


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture that was looked at: its bytes, its media type, how wide it is for its height."""

    content: bytes
    kind: str
    proportion: float


def emblem_of(style: PaperStyle) -> Emblem | None:
    """Return the emblem of a style, or None. Refuses PICTURE: neither PNG nor JPEG, broken, or too large."""
    return None if style.emblem is None else _looked_at(style.emblem)


@lru_cache(maxsize=4)
def _looked_at(content: bytes) -> Emblem:
    if len(content) > MOST_BYTES:
        raise Refused("PICTURE", "รูปตราของหน่วยงานใหญ่เกิน 2 MB โปรดย่อรูปก่อน")
    try:
        image = Image.from_blob(content)
        kind, width, height = image.content_type, image.px_width, image.px_height
    except Exception:  # noqa: BLE001 - python-docx raises Exception itself on a picture that is cut off
        raise Refused("PICTURE", "อ่านรูปตราของหน่วยงานไม่ได้ โปรดใช้แฟ้ม PNG หรือ JPEG") from None
    if kind not in KINDS or not width or not height:
        raise Refused("PICTURE", "รูปตราของหน่วยงานต้องเป็นแฟ้ม PNG หรือ JPEG")
    if width * height > MOST_PIXELS:
        raise Refused("PICTURE", "รูปตราของหน่วยงานมีจุดภาพมากเกินไป โปรดย่อรูปก่อน")
    return Emblem(content, kind, width / height)
