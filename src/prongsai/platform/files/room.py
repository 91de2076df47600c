"""How much an agency may keep, and how much of the disk stays free."""

from __future__ import annotations

import shutil
from functools import cache

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.store import Store
from prongsai.platform.ui.refusals import NoSpace
from prongsai.platform.ui.wording import number_in_words

_LOCK = 7_301
GIGABYTE = 1_000_000_000


@cache
def store() -> Store:
    """Give the contents of this installation."""
    return Store(settings.FILES_FOLDER)


def hold_contents(agency: int) -> None:
    """Keep everybody else from adding contents of an agency, or removing orphans, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_LOCK, agency])


def space_taken(agency: int) -> int:
    """Count the bytes of an agency's contents, equal ones once."""
    contents = FileVersion.objects.filter(agency_id=agency).order_by("sha256").values("sha256", "size").distinct()
    return sum(content["size"] for content in contents)


def check_room(agency: int, size: int) -> None:
    """Refuse NoSpace where the agency has used up what it may, or the disk is nearly full."""
    most = settings.FILES_QUOTA
    if space_taken(agency) + size > most:
        told = number_in_words(most // GIGABYTE)
        raise NoSpace(
            _("The files of your agency may take %(size)s GB, and these do not fit any more.") % {"size": told}
        )
    folder = settings.FILES_FOLDER
    while not folder.exists():
        folder = folder.parent
    disk = shutil.disk_usage(folder)
    if disk.free - size < min(settings.FILES_KEEP_FREE, disk.total // 10):
        raise NoSpace
