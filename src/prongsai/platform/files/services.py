"""Attaching files, giving them new versions, taking them away."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.models import Attachment, FileVersion, StoredFile
from prongsai.platform.files.names import shown_name
from prongsai.platform.files.room import check_room, hold_contents, store
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def attach_files(
    *, acting: Acting | str, agency: int, holder: str, thing: int, files: Sequence[CleanFile]
) -> list[StoredFile]:
    """Attach clean files to a thing, each as a new file. All are kept or none. Refuses NoSpace."""
    attached = []
    for file in files:
        stored = StoredFile.objects.create(agency_id=agency)
        version = _add_version(stored, file, acting, 1)
        _tie(stored, holder, thing, acting)
        record(acting, "file.attached", thing=stored, figures={"size": version.size, "holder": holder, "for": thing})
        attached.append(stored)
    return attached


@transaction.atomic
def attach_again(*, acting: Acting | str, file: StoredFile, holder: str, thing: int) -> None:
    """Attach a file that is there to one more thing; nothing happens where it already is."""
    if not Attachment.objects.filter(file=file, holder=holder, thing=thing).exists():
        _tie(file, holder, thing, acting)
        record(acting, "file.attached_again", thing=file, figures={"holder": holder, "for": thing})


@transaction.atomic
def add_version(*, acting: Acting | str, file: StoredFile, content: CleanFile, seen: int) -> FileVersion:
    """Give a file a new version. `seen` is the newest version its writer knew; refuses Conflict where it is older."""
    StoredFile.objects.select_for_update().get(pk=file.pk)
    newest = file.versions.aggregate(newest=Max("number"))["newest"] or 0
    if newest != seen:
        raise Conflict
    version = _add_version(file, content, acting, newest + 1)
    record(acting, "file.version_added", thing=file, figures={"version": version.number, "size": version.size})
    return version


@transaction.atomic
def detach(*, acting: Acting | str, attachment: Attachment) -> None:
    """Take a file away from a thing. A file that nothing holds any more goes, its content a day later."""
    file = attachment.file
    record(acting, "file.detached", thing=file, figures={"holder": attachment.holder, "for": attachment.thing})
    attachment.delete()
    if not Attachment.objects.filter(file=file).exists():
        file.delete()


@transaction.atomic
def detach_all(*, acting: Acting | str, holder: str, thing: int) -> None:
    """Take all files away from a thing that is going itself."""
    for attachment in Attachment.objects.filter(holder=holder, thing=thing).select_related("file"):
        detach(acting=acting, attachment=attachment)


def made_here(data: bytes, name: str, kind: Kind) -> CleanFile:
    """Give a file that this program has made itself: there is nothing to clean."""
    return CleanFile(shown_name(name), kind, data, hashlib.sha256(data).hexdigest(), len(data), as_sent=True)


def _add_version(file: StoredFile, content: CleanFile, acting: Acting | str, number: int) -> FileVersion:
    """Keep the content first, then its row: a row without content cannot be, a content without row is an orphan."""
    hold_contents(file.agency_id)
    check_room(file.agency_id, len(content.data))
    sha256 = store().put(file.agency_id, content.data)
    return FileVersion.objects.create(
        agency_id=file.agency_id,
        file=file,
        number=number,
        name=content.name,
        kind=content.kind.value,
        size=len(content.data),
        sha256=sha256,
        sent_size=content.sent_size,
        sent_sha256=content.sent_sha256,
        as_sent=content.as_sent,
        made_by=_actor(acting),
    )


def _tie(file: StoredFile, holder: str, thing: int, acting: Acting | str) -> None:
    Attachment.objects.create(agency_id=file.agency_id, file=file, holder=holder, thing=thing, made_by=_actor(acting))


def _actor(acting: Acting | str) -> str:
    return acting if isinstance(acting, str) else acting.actor
