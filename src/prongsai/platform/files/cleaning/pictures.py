"""Draws a picture anew: only its pixels remain, turned as they are meant to be seen. HEIC becomes JPEG."""

from __future__ import annotations

import io
import struct
import warnings
from typing import Any

from PIL import Image, ImageCms, ImageOps, JpegImagePlugin

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.files.cleaning import Cleaned
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.recognising import HEIC

MOST_PIXELS = 25_000_000
_QUALITY = 92
_FORMATS = {Kind.JPEG: ["JPEG", "MPO"], Kind.PNG: ["PNG"], Kind.WEBP: ["WEBP"], HEIC: ["HEIF"]}
_BROKEN = "ภาพเสียหายหรือไม่ครบ โปรดถ่ายหรือบันทึกภาพใหม่"


def clean_picture(data: bytes, kind: str) -> Cleaned:
    """Give the picture without metadata, as JPEG, PNG or WebP.

    Refuses PIXELS (more than 25 million, told by the header before anything is drawn), ANIMATED, and TRUNCATED.
    """
    if kind == HEIC:
        import pillow_heif  # noqa: PLC0415 loaded only for photographs of phones

        pillow_heif.register_heif_opener(thumbnails=False)
        pillow_heif.options.DECODE_THREADS = 1
    Image.MAX_IMAGE_PIXELS = 4 * MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=_FORMATS[kind]) as picture:
                _check(picture, kind)
                return _drawn_anew(picture, data, Kind.JPEG if kind == HEIC else Kind(kind))
    except (OSError, SyntaxError, ValueError, struct.error, EOFError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused("TRUNCATED", _BROKEN) from None
    except Image.DecompressionBombError:
        raise _too_many_pixels() from None


def _check(picture: Image.Image, kind: str) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise _too_many_pixels()
    if kind in (Kind.PNG, Kind.WEBP) and getattr(picture, "n_frames", 1) > 1:
        raise Refused("ANIMATED", "แนบภาพเคลื่อนไหวไม่ได้ โปรดบันทึกเป็นภาพนิ่ง")


def _too_many_pixels() -> Refused:
    return Refused("PIXELS", f"ภาพใหญ่เกิน {MOST_PIXELS // 1_000_000} ล้านจุด โปรดลดขนาดภาพ หรือตั้งกล้องให้ละเอียดน้อยลง")


def _drawn_anew(picture: Image.Image, data: bytes, kind: Kind) -> Cleaned:
    options = _options(picture, data, kind)
    upright = ImageOps.exif_transpose(_in_usual_colours(picture))
    if kind is Kind.JPEG and upright.mode not in ("RGB", "L"):
        upright = upright.convert("RGB")
    transparency = upright.info.get("transparency")
    upright.info = {} if transparency is None else {"transparency": transparency}
    drawn = io.BytesIO()
    upright.save(drawn, kind.value.upper(), **options)
    return Cleaned(kind, drawn.getvalue())


def _options(picture: Image.Image, data: bytes, kind: Kind) -> dict[str, Any]:
    """Draw as finely as the original: a JPEG with its own tables of rounding, a WebP without loss if it had none."""
    if kind is Kind.PNG:
        return {"optimize": False}
    if kind is Kind.WEBP:
        return {"lossless": True} if b"VP8L" in data[:64] else {"quality": _QUALITY}
    if isinstance(picture, JpegImagePlugin.JpegImageFile) and picture.mode in ("RGB", "L"):
        tables = picture.quantization
        sampling = JpegImagePlugin.get_sampling(picture)
        if tables and (sampling >= 0 or picture.mode == "L"):
            return {"qtables": tables, "subsampling": max(sampling, 0)}
    return {"quality": _QUALITY}


def _in_usual_colours(picture: Image.Image) -> Image.Image:
    """Turn the colours of a profile into those every screen knows, since the profile, which may name a device, goes."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        usual = ImageCms.createProfile("sRGB")
        mode = "RGB" if picture.mode == "CMYK" else picture.mode
        turned = ImageCms.profileToProfile(picture, own, usual, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    if turned is None:
        return picture
    if orientation := picture.getexif().get(_ORIENTATION):
        turned.getexif()[_ORIENTATION] = orientation
    return turned


_ORIENTATION = 0x0112
