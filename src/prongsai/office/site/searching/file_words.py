"""The words inside attached files, read once in a child process with limits and then kept."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from prongsai.ita.thai import Refused
from prongsai.office.disclosure.privacy.files_limited import texts_limited
from prongsai.office.site.searching.index import LONGEST_TEXT
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store
from prongsai.platform.files.store import DamagedError

log = logging.getLogger(__name__)
READ = frozenset({Kind.PDF, Kind.DOCX, Kind.XLSX})


def words_in(version: FileVersion, folder: Path) -> str:
    """Give the words of a file, empty where it has none or cannot be read. Keeps them in `folder` by content."""
    if Kind(version.kind) not in READ:
        return ""
    kept = folder / f"{version.sha256}.txt"
    with suppress(OSError):
        return kept.read_text(encoding="utf-8")
    words = _read(version)[:LONGEST_TEXT]
    folder.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(".part")
    fresh.write_text(words, encoding="utf-8")
    fresh.replace(kept)
    return words


def _read(version: FileVersion) -> str:
    try:
        data = store().read(version.agency_id, version.sha256)
        texts = texts_limited(data, version.name, version.kind)
    except (Refused, DamagedError) as error:
        log.warning("No words of file version %s are searched: %s", version.public_id, error)
        return ""
    told = (text.text or "\n".join(" ".join(row) for row in text.rows) for text in texts)
    return "\n".join(text for text in told if text.strip())
