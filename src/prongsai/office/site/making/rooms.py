"""The pages that rooms give to the public site: services, policies, and what other rooms add on their cards."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from prongsai.office.site.made import Copied, Facts, Made, Page
from prongsai.office.site.making.shown_files import named_version
from prongsai.platform.files.models import FileVersion
from prongsai.platform.modules import SitePage, SitePart, registry


def room_pages(facts: Facts) -> Iterator[Made]:
    """Make the pages of each part that has any."""
    parts = sorted((part for module in registry for part in module.site), key=lambda part: (part.order, part.key))
    for part in parts:
        if pages := list(part.pages(facts.today)):
            yield from _part(part, pages)


def _part(part: SitePart, pages: list[SitePage]) -> Iterator[Made]:
    top, title = f"{part.key}/", gettext(part.title)
    versions = FileVersion.objects.in_bulk({file.version for page in pages for file in page.files})
    made = [_page(top, title, page, versions) for page in pages]
    yield Page(top, title, "site/listed.html", {"listed": made}, kind=title, menu=part.order, label=title)
    for page, shown in zip(pages, made, strict=True):
        yield shown
        for file in page.files:
            if version := versions.get(file.version):
                yield Copied(named_version(shown.path, version).path, version.pk, file.name, shown.path)


def _page(top: str, part: str, page: SitePage, versions: dict[int, FileVersion]) -> Page:
    path = f"{top}{page.slug}/"
    files = [named_version(path, versions[file.version]) for file in page.files if file.version in versions]
    return Page(
        path, page.title, "site/room.html", {"blocks": page.blocks, "files": files},
        kind=part, about=page.about, changed=page.changed, above=((part, top),),
    )  # fmt: skip
