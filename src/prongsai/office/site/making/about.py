"""The pages about the office: structure, executives, powers, contact, law, plan. An empty one is not shown."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from prongsai.office.site.basics import Basic, basics
from prongsai.office.site.file_holders import PERSON_PICTURE, SITE_PAGE
from prongsai.office.site.made import Copied, Facts, Made, Page
from prongsai.office.site.making.records import Filled, filled
from prongsai.office.site.making.shown_files import Named, named_version
from prongsai.office.site.models import BasicPage
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.newest import newest_files

TOP = "about/"


def about_pages(facts: Facts) -> Iterator[Made]:
    """Make those that say something."""
    written = {page.key: page for page in BasicPage.objects.all()}
    files_of = {holder.key: newest_files(holder.key) for holder in (PERSON_PICTURE, SITE_PAGE)}
    made = [found for basic in basics().values() if (found := _page(facts, basic, written.get(basic.key), files_of))]
    if not made:
        return
    pages = [page for page, _files in made]
    yield Page(
        TOP,
        _("About the office"),
        "site/listed.html",
        {"listed": pages},
        menu=20,
        label=_("About the office"),
        about=_("Structure, executives, powers, contact"),
    )
    for page, files in made:
        yield page
        yield from (Copied(file.path, file.version, file.name, page.path) for file in files)


def _page(
    facts: Facts, basic: Basic, written: BasicPage | None, files_of: dict[str, dict[int, list[FileVersion]]]
) -> tuple[Page, list[Named]] | None:
    path = f"{TOP}{basic.key}/"
    records = filled(basic.fills, facts, path, files_of[PERSON_PICTURE.key])
    held = files_of[SITE_PAGE.key].get(written.pk, []) if written else []
    files = [named_version(path, version) for version in held]
    words = [line.strip() for line in written.words.splitlines() if line.strip()] if written else []
    rows = written.rows if written else []
    if not (words or rows or files or records.says_something):
        return None
    told = {
        **_told(records), "words": words, "rows": rows, "files": files, "checked": written.checked if written else None,
    }  # fmt: skip
    page = Page(
        path, basic.title, "site/basic.html", told, kind=_("About the office"), above=((_("About the office"), TOP),),
        changed=written.checked if written else None,
    )  # fmt: skip
    return page, [*files, *records.pictures]


def _told(records: Filled) -> dict[str, object]:
    return {"people": records.people, "units": records.units, "contact": records.contact}
