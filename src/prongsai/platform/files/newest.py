"""The files of all things of one kind at once, for lists and public pages."""

from __future__ import annotations

from prongsai.platform.files.models import Attachment, FileVersion


def newest_files(holder: str) -> dict[int, list[FileVersion]]:
    """Give the newest version of every file that things of a holder have, by the number of the thing: two queries.

    The agency speaks. Who may see them was decided before.
    """
    found: dict[int, list[FileVersion]] = {}
    held = Attachment.objects.filter(holder=holder).order_by("pk").select_related("file")
    for attachment in held.prefetch_related("file__versions"):
        newest = max(attachment.file.versions.all(), key=lambda version: version.number)
        found.setdefault(attachment.thing, []).append(newest)
    return found
