"""What should be looked at again in the pieces of an item: days of another year, files that stood there before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from prongsai.ita.thai import find_dates, fiscal_year_of
from prongsai.office.disclosure.asked import asked_in
from prongsai.office.disclosure.file_holders import PIECE_FILE
from prongsai.office.disclosure.models import DisclosedItem, PeriodSaid, Piece
from prongsai.office.disclosure.register import code_of
from prongsai.platform.files.models import Attachment, FileVersion
from prongsai.platform.ui.wording import short_day

MOST_DAYS = 3


def pointed_out(item: DisclosedItem, pieces: Sequence[Piece]) -> Mapping[int, tuple[str, ...]]:
    """Give, by the number of the piece, what a person should look at again, each in a sentence. Never a refusal.

    Said of a day only where the year asks for content of certain fiscal years, or the piece came from an earlier year.
    """
    asked = asked_in(item.round.framework).get(code_of(item))
    years = frozenset(wanted.year for wanted in asked.item.years) if asked else frozenset()
    files = _earlier_files(item, [piece.pk for piece in pieces])
    found = {}
    for piece in pieces:
        wanted = years or (frozenset({item.round.fiscal_year}) if piece.dates else frozenset())
        found[piece.pk] = (*_of_year(piece, years), *_of_days(piece, wanted), *files.get(piece.pk, ()))
    return found


def _of_year(piece: Piece, years: frozenset[int]) -> Iterator[str]:
    if years and piece.covers and piece.covers not in years and piece.dates != PeriodSaid.OPEN:
        told = {"is": piece.covers, "asked": " ".join(str(year) for year in sorted(years))}
        yield _("It is of fiscal year %(is)s, and %(asked)s is asked for.") % told


def _of_days(piece: Piece, years: frozenset[int]) -> Iterator[str]:
    """Tell days that lie outside the years asked for; what is confirmed was looked at."""
    if not years or piece.dates == PeriodSaid.CONFIRMED:
        return
    text = "\n".join((piece.heading, piece.words, *(" ".join(map(str, row)) for row in piece.rows[:200])))
    days = dict.fromkeys(found.date for found in find_dates(text))
    days |= dict.fromkeys(day for day in (piece.happened,) if day)
    foreign = [day for day in days if fiscal_year_of(day) not in years]
    for day in foreign[:MOST_DAYS]:
        told = {"day": short_day(day), "year": fiscal_year_of(day)}
        yield _("%(day)s lies in fiscal year %(year)s.") % told


def _earlier_files(item: DisclosedItem, pieces: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
    """Say of which files the same bytes stood under an item of an earlier year."""
    held = Attachment.objects.filter(holder=PIECE_FILE.key, thing__in=pieces).prefetch_related("file__versions")
    now: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for attachment in held:
        newest = attachment.file.newest
        now[newest.sha256].append((attachment.thing, newest.name))
    if not now:
        return {}
    before = _years_of_files(item, list(now))
    told: dict[int, list[str]] = defaultdict(list)
    for sha256, places in now.items():
        for piece, name in places if sha256 in before else ():
            said = {"file": name, "year": before[sha256]}
            told[piece].append(_("The file “%(file)s” is the same as in %(year)s.") % said)
    return {piece: tuple(said) for piece, said in told.items()}


def _years_of_files(item: DisclosedItem, hashes: Sequence[str]) -> Mapping[str, int]:
    """Give, by hash, the latest earlier year in which a file was a piece."""
    versions = FileVersion.objects.filter(sha256__in=hashes).values_list("file_id", "sha256")
    by_file: dict[int, set[str]] = defaultdict(set)
    for file, sha256 in versions:
        by_file[file].add(sha256)
    things = Attachment.objects.filter(holder=PIECE_FILE.key, file__in=by_file).values_list("thing", "file_id")
    files: dict[int, set[str]] = defaultdict(set)
    for thing, file in things:
        files[thing] |= by_file[file]
    earlier = Piece.objects.filter(pk__in=files, item__round__fiscal_year__lt=item.round.fiscal_year)
    found: dict[str, int] = {}
    for piece, year in earlier.order_by("item__round__fiscal_year").values_list("pk", "item__round__fiscal_year"):
        found |= dict.fromkeys(files[piece], year)
    return found
