"""Recognises and cleans a file from outside in a child process with limits, before anything of it is kept."""

from __future__ import annotations

import hashlib
from base64 import b64decode
from dataclasses import dataclass, replace

from prongsai.ita.reading.child_process import answers_of, crashed, shown_name
from prongsai.ita.reading.limits import STANDARD, Limits
from prongsai.ita.reading.sizes import LARGEST_FILE, check_size
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.files.kinds import Kind, Purpose
from prongsai.platform.files.names import parted, with_suffix
from prongsai.platform.files.names import shown_name as kept_name

CHILD = "prongsai.platform.files.child"
OF_PHONES = replace(STANDARD, threads=True)
"""For HEIC: its decoder starts a thread whatever it is told."""


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file as it will be kept, and what came in: `sent_sha256`, `sent_size`. `as_sent`: not a byte was changed."""

    name: str
    kind: Kind
    data: bytes
    sent_sha256: str
    sent_size: int
    as_sent: bool = False


def clean_limited(data: bytes, name: str, purpose: Purpose, *, limits: Limits | None = None) -> CleanFile:
    """Clean a file that somebody sent.

    Refuses what `recognise_for` and `clean` refuse, SIZE (over 20 MB, before or after), LIMIT (too much time or memory)
    and CRASH, each with the file's name in the place.
    """
    name = kept_name(name)
    check_size(data, shown_name(name))
    kind, as_sent = None, False
    cleaned = bytearray()
    order = {"task": "clean", "name": name, "purpose": purpose.key}
    limits = limits or (OF_PHONES if data[4:8] == b"ftyp" else STANDARD)
    for answer in answers_of(order, data, limits, program=CHILD):
        if "kind" in answer:
            kind, as_sent = Kind(answer["kind"]), answer["as_sent"]
        else:
            cleaned += b64decode(answer["piece"])
    if kind is None or not cleaned:
        raise crashed(shown_name(name))
    if len(cleaned) > LARGEST_FILE:
        raise Refused("SIZE", f"แฟ้มนี้เมื่อเก็บแล้วใหญ่เกิน {LARGEST_FILE // 1_000_000} เมกะไบต์ โปรดลดขนาด").at(file=name)
    sent = hashlib.sha256(data).hexdigest()
    return CleanFile(_named(name, kind), kind, bytes(cleaned), sent, len(data), as_sent)


def _named(name: str, kind: Kind) -> str:
    """Name a picture by what it became; other files keep the end they came with (`.htm`)."""
    usual = {".jpeg": ".jpg"}.get(suffix := parted(name)[1].lower(), suffix)
    return name if usual == kind.suffix or not kind.is_picture else with_suffix(name, kind.suffix)
