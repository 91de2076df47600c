"""Makes the site of an agency: the whole of it in a new folder, or the pages that one publication changes."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.office.disclosure.models import Publication, SiteHome
from prongsai.office.disclosure.services import standing_publications
from prongsai.office.site.assets import assets
from prongsai.office.site.drawing import Drawer
from prongsai.office.site.folder import Contents, SiteFolder, inside, replace, write
from prongsai.office.site.lists import FEED, IN_FEED, feed, lists_of, site_address
from prongsai.office.site.made import Copied, Facts, File, Page
from prongsai.office.site.making import made_of
from prongsai.office.site.making.front import Frame, frame_of, front_pages
from prongsai.office.site.making.items import item_page, versions_of, year_page
from prongsai.office.site.models import Site
from prongsai.office.site.searching.file_words import words_in
from prongsai.office.site.searching.index import Text, index_files
from prongsai.office.site.searching.words import words_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store

CONTENTS, WORDS = "contents", "words"
"""Kept beside the sites, where no web server gives it out: of what was withdrawn nothing may be found any more."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Counted:
    """What was made, how long it took, and what leads from every page to others."""

    pages: int
    files: int
    milliseconds: int
    frame: Frame


def facts_of(agency: Agency, *, only: QuerySet[Publication] | None = None) -> Facts:
    """Read what every part of the site asks; `only` of some publications. The agency speaks."""
    site = Site.objects.filter(agency=agency).first()
    shown = standing_publications(agency) if only is None else only
    return Facts(
        agency=agency,
        today=today(agency),
        home=SiteHome.objects.first(),
        publications=tuple(shown.order_by("pk")),
        shows_progress=site.shows_progress if site else True,
    )


def folder_of(agency: Agency) -> SiteFolder:
    """Give the folder of an agency's site."""
    return SiteFolder(settings.SITES_FOLDER, agency.code)


def make_site(agency: Agency) -> Counted:
    """Make the whole site and put it in the place of the one that stands. The agency speaks; one at a time makes it.

    Raises OSError where the disk is full: what stands, stays.
    """
    began = perf_counter()
    folder = folder_of(agency)
    made = folder.begin()
    try:
        with translation.override("th"):
            pages, files, frame = _write_all(facts_of(agency), made)
        folder.put_in_place(made)
    except BaseException:
        folder.drop(made)
        raise
    return Counted(pages, files, round((perf_counter() - began) * 1000), frame)


def make_item(publication: Publication) -> bool:
    """Write the page of one item, its files, the list of its year and the feed. False where there is no site yet.

    Search, map, log and first page follow when the whole is made again.
    """
    agency = publication.agency
    known = Site.objects.filter(agency=agency, built__isnull=False).first()
    site = folder_of(agency).standing
    if known is None or not site.is_dir():
        return False
    year = publication.content["year"]
    with translation.override("th"):
        facts = facts_of(agency, only=standing_publications(agency).filter(content__year=year))
        drawer = Drawer(facts, Frame(_pairs(known.menu), _pairs(known.foot)))
        made = list(item_page(publication, versions_of([publication])[publication.item_id]))
        _clear(site, publication.path)
        for each in (*made, year_page(year, facts.publications)):
            if isinstance(each, Page):
                replace(site, each.file, drawer.draw(each))
            elif isinstance(each, File):
                replace(site, each.path, each.content)
        _copy(agency, [each for each in made if isinstance(each, Copied)], site)
        newest = standing_publications(agency).order_by("-published")[:IN_FEED]
        news = [page for each in newest for page in item_page(each, ()) if isinstance(page, Page)]
        replace(site, FEED, feed(facts, news, site_address(facts)))
    return True


def _pairs(told: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((path, words) for path, words in told)


def _write_all(facts: Facts, folder: Path) -> tuple[int, int, Frame]:
    made = list(made_of(facts))
    pages = [each for each in made if isinstance(each, Page)]
    pages += front_pages(facts, pages)
    frame = frame_of(pages)
    drawer = Drawer(facts, frame)
    texts = list(_draw_all(drawer, pages, folder))
    copied = [each for each in made if isinstance(each, Copied)]
    files = [*assets(), *(each for each in made if isinstance(each, File)), *lists_of(facts, pages)]
    for file in files:
        write(folder, file.path, file.content)
    versions = _copy(facts.agency, copied, folder)
    texts += _texts_of_files(facts.agency, copied, versions)
    for path, content in index_files(texts):
        write(folder, path, content)
    shown = {version.sha256 for version in versions.values()}
    Contents(_kept(facts.agency, CONTENTS)).keep_only(shown)
    Contents(_kept(facts.agency, WORDS)).keep_only({f"{sha256}.txt" for sha256 in shown})
    return len(pages), len(files) + len(copied), frame


def _draw_all(drawer: Drawer, pages: Iterable[Page], folder: Path) -> Iterator[Text]:
    for page in pages:
        drawn = drawer.draw(page)
        write(folder, page.file, drawn)
        if page.indexed:
            yield Text(page.title, page.path, page.kind, words_of(drawn))


def _copy(agency: Agency, copied: Sequence[Copied], folder: Path) -> dict[int, FileVersion]:
    """Put the files where pages lead to them. One that is lost is named in the journal; the page stands without it."""
    versions = FileVersion.objects.in_bulk({each.version for each in copied})
    contents = Contents(_kept(agency, CONTENTS))
    for each in copied:
        version = versions.get(each.version)
        if version is None:
            log.error("The site leads to file version %s, which is not there", each.version)
            continue
        try:
            contents.put(inside(folder, each.path), version.sha256, store().path(agency.pk, version.sha256))
        except FileNotFoundError:
            log.exception("The content of file version %s is missing", version.public_id)
    return versions


def _texts_of_files(agency: Agency, copied: Sequence[Copied], versions: dict[int, FileVersion]) -> Iterator[Text]:
    folder = _kept(agency, WORDS)
    for each in copied:
        if each.version in versions and (words := words_in(versions[each.version], folder)):
            yield Text(each.title, each.path, _("File"), words)


def _kept(agency: Agency, what: str) -> Path:
    return Path(settings.SITES_KEPT) / what / str(agency.pk)


def _clear(site: Path, path: str) -> None:
    """Take away the files that lay beside a page: those of the version before, or of what was withdrawn."""
    folder = inside(site, path)
    if folder.is_dir():
        for old in folder.iterdir():
            if old.is_file() and old.name != "index.html":
                old.unlink()
