"""What makes one ask again before something is taken: last year's file, or a day outside the year. Never a refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from prongsai.ita.thai import fiscal_year_of
from prongsai.office.data_calls.file_holders import HAND_IN
from prongsai.office.data_calls.models import CalledItem, HandIn
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.models import Attachment
from prongsai.platform.ui.wording import short_day


def doubts_of(item: CalledItem, files: Sequence[CleanFile], happened: date | None) -> list[str]:
    """Give what should be looked at again, each in a sentence; nothing where all is plain.

    A file is the same when the bytes that came in are: one that was handed in for an earlier year, or for this item
    before. The same file for several items of one year is usual, and nothing is said of it.
    """
    return [*_same_files(item, files), *_other_year(item, happened)]


def _same_files(item: CalledItem, files: Sequence[CleanFile]) -> Iterator[str]:
    for file in files:
        earlier = _earlier(item, file)
        if earlier is not None:
            told = {"file": file.name, "what": str(earlier.item), "day": short_day(earlier.received)}
            yield _("The file “%(file)s” was handed in already, for %(what)s, on %(day)s.") % told


def _earlier(item: CalledItem, file: CleanFile) -> HandIn | None:
    same = Q(file__versions__sent_sha256=file.sent_sha256) | Q(
        file__versions__sha256=hashlib.sha256(file.data).hexdigest()
    )
    things = Attachment.objects.filter(same, holder=HAND_IN.key).values("thing")
    rows = HandIn.objects.filter(
        Q(item=item) | Q(item__call__round__fiscal_year__lt=item.call.round.fiscal_year), pk__in=things
    )
    return rows.select_related("item").first()


def _other_year(item: CalledItem, happened: date | None) -> Iterator[str]:
    year = item.call.round.fiscal_year
    if happened and fiscal_year_of(happened) != year:
        told = {"day": short_day(happened), "other": fiscal_year_of(happened), "year": year}
        yield _("%(day)s lies in fiscal year %(other)s, and this is asked for %(year)s.") % told
