"""The files of a publication: the very bytes that were looked through, or made anew with what is hidden left out."""

from __future__ import annotations

import hashlib
from typing import Any

from prongsai.ita.thai.refusal import Refused
from prongsai.office.disclosure.content import PublishedContent, ShownFile
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.privacy.files_limited import redacted_limited
from prongsai.office.disclosure.published_holder import PUBLISHED_FILE
from prongsai.office.disclosure.services.readiness import Prepared
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store
from prongsai.platform.files.services import attach_again, attach_files, made_here
from prongsai.platform.ui.refusals import Conflict


def with_redacted_files(ready: Prepared) -> tuple[PublishedContent, dict[str, CleanFile]]:
    """Give the content with the hashes of its files as they will be published, and by address those made anew.

    Metadata was taken out when the files came in; a PDF signed electronically is as it was signed unless something in
    it is hidden. Refuses Conflict where hiding fails.
    """
    made: dict[str, CleanFile] = {}
    told: dict[str, ShownFile] = {}
    for file in ready.content.files:
        hide = ready.hidden_in(file)
        if hide and file.address not in made:
            made[file.address] = _redacted(ready.item, file, hide)
            new = made[file.address]
            told[file.address] = file.model_copy(update={"sha256": new.sent_sha256, "size": new.sent_size})
    return _with_files(ready.content, told), made


def keep_files(
    acting: Acting, item: DisclosedItem, content: PublishedContent, made: dict[str, CleanFile]
) -> PublishedContent:
    """Hold the files of a publication, whatever becomes of the pieces: give the content with where they are kept."""
    told: dict[str, ShownFile] = {}
    for file in content.files:
        if file.address in told:
            continue
        if file.address in made:
            (stored,) = attach_files(
                acting=acting,
                agency=item.agency_id,
                holder=PUBLISHED_FILE.key,
                thing=item.pk,
                files=[made[file.address]],
            )
            told[file.address] = file.model_copy(update={"version": stored.newest.pk})
        else:
            kept = FileVersion.objects.select_related("file").get(pk=file.version).file
            attach_again(acting=acting, file=kept, holder=PUBLISHED_FILE.key, thing=item.pk)
    return _with_files(content, told)


def without_places(content: dict[str, Any]) -> dict[str, Any]:
    """Give a frozen content without the rows that hold its files: what a reader could tell apart."""
    pieces = [{**piece, "files": [{**file, "version": 0} for file in piece["files"]]} for piece in content["pieces"]]
    return {**content, "pieces": pieces}


def _redacted(item: DisclosedItem, file: ShownFile, hide: dict[str, str]) -> CleanFile:
    try:
        data = redacted_limited(store().read(item.agency_id, file.sha256), file.name, hide)
    except Refused as refused:
        raise Conflict(f"{file.name}: {refused.message}") from None
    made = made_here(data, file.name, Kind(file.kind))
    assert made.sent_sha256 == hashlib.sha256(data).hexdigest()
    return made


def _with_files(content: PublishedContent, told: dict[str, ShownFile]) -> PublishedContent:
    pieces = tuple(
        piece.model_copy(update={"files": tuple(told.get(file.address, file) for file in piece.files)})
        for piece in content.pieces
    )
    return content.model_copy(update={"pieces": pieces})
