"""The ITA pages: years, the items of a year, the page of each item with its versions, or its tombstone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.template.defaultfilters import filesizeformat
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.writing import write_pdf
from prongsai.office.disclosure.content import PublishedContent, ShownPiece
from prongsai.office.disclosure.models import Publication
from prongsai.office.disclosure.services import content_bytes
from prongsai.office.rounds.frameworks import framework_of
from prongsai.office.site.made import Copied, Facts, File, Made, Page
from prongsai.office.site.making.shown_files import Named, named
from prongsai.platform.files.kinds import Kind

TOP = "ita/"


@dataclass(frozen=True, slots=True)
class Listed:
    """An item in the list of a year."""

    code: str
    title: str
    path: str
    published: datetime
    withdrawn: datetime | None


@dataclass(frozen=True, slots=True)
class PieceOnPage:
    """A piece with its heading, its blocks, and its files as the page names them."""

    shown: ShownPiece
    heading: str
    paper: Paper | None
    files: tuple[Named, ...]
    pictures: tuple[Named, ...]


def item_pages(facts: Facts) -> Iterator[Made]:
    """Make the pages of all years."""
    by_year: dict[int, list[Publication]] = defaultdict(list)
    for publication in facts.publications:
        by_year[publication.content["year"]].append(publication)
    if not by_year:
        return
    years = sorted(by_year, reverse=True)
    listed = [Page(year_path(year), _year_title(year), "") for year in years]
    yield Page(
        TOP, _top_title(), "site/listed.html", {"listed": listed},
        menu=10, label="ITA", kind="ITA", about=_("What the office discloses, year by year"),
    )  # fmt: skip
    versions = versions_of(facts.publications)
    for year in years:
        yield year_page(year, by_year[year])
        for publication in by_year[year]:
            yield from item_page(publication, versions[publication.item_id])


def year_path(year: int) -> str:
    """Give the address of a year."""
    return f"{TOP}{year}/"


def versions_of(publications: Sequence[Publication]) -> dict[int, list[Publication]]:
    """Give all versions of the items of these publications, the newest first: one query."""
    found: dict[int, list[Publication]] = defaultdict(list)
    items = [publication.item_id for publication in publications]
    for version in Publication.objects.filter(item__in=items).defer("content").order_by("-version"):
        found[version.item_id].append(version)
    return found


def year_page(year: int, publications: Sequence[Publication]) -> Page:
    """Make the list of a year: by indicator and sub-indicator, in the order of the framework."""
    framework = framework_of(year)
    order = {item.code: n for n, item in enumerate(framework.items)}
    inside = sorted(publications, key=lambda each: (order.get(each.content["code"], 999), each.pk))
    names = {each.number: each.name for each in framework.indicators}
    subs = {each.code: each.name or "" for each in framework.sub_indicators}
    indicators = [
        (
            _indicator(number, names),
            [(_sub(sub, subs), [_listed(each) for each in few]) for sub, few in groupby(many, _sub_of)],
        )
        for number, many in groupby(inside, _indicator_of)
    ]
    return Page(
        year_path(year), _year_title(year), "site/year.html", {"indicators": indicators, "more": ()},
        kind="ITA", changed=max(each.published for each in inside), above=((_top_title(), TOP),),
    )  # fmt: skip


def item_page(publication: Publication, versions: Sequence[Publication]) -> Iterator[Made]:
    """Make the page of an item with its files; where it was withdrawn, its tombstone alone."""
    content = PublishedContent.model_validate(publication.content)
    told = {
        "code": content.code, "year": content.year, "versions": list(versions), "mark": publication.mark,
        "log_path": "log/",
    }  # fmt: skip
    above = (
        (_("Integrity and transparency assessment (ITA)"), TOP),
        (_year_title(content.year), year_path(content.year)),
    )
    kind = _year_title(content.year)
    if publication.withdrawn:
        yield Page(
            publication.path, _title(content), "site/tombstone.html",
            {**told, "withdrawn": publication.withdrawn, "because": publication.withdrawn_because},
            kind=kind, changed=publication.withdrawn, above=above, news=publication.withdrawn,
            label=_("Withdrawn: %(title)s") % {"title": _title(content)},
        )  # fmt: skip
        return
    papers = dict(_papers(publication, content))
    pieces = [_on_page(publication.path, piece, papers.get(n)) for n, piece in enumerate(content.pieces)]
    yield Page(
        publication.path, _title(content), "site/item.html", {**told, "content": content, "pieces": pieces},
        kind=kind, changed=publication.published, above=above, news=publication.published,
    )  # fmt: skip
    yield File(f"{publication.path}content.json", content_bytes(publication))
    yield from papers.values()
    for file in (named(publication.path, each) for each in content.files):
        yield Copied(file.path, file.version, file.name, publication.path)


def _papers(publication: Publication, content: PublishedContent) -> Iterator[tuple[int, File]]:
    """Write as PDF what was composed as a report and is not attached as one."""
    for n, piece in enumerate(content.pieces):
        has_pdf = any(file.kind == Kind.PDF for file in piece.files)
        if piece.kind == "report" and piece.blocks and not has_pdf:
            written = write_pdf(piece.blocks, localtime(publication.published).date())
            yield n, File(f"{publication.path}paper-{n + 1}.pdf", written)


def _on_page(path: str, piece: ShownPiece, paper: File | None = None) -> PieceOnPage:
    files = [named(path, file) for file in piece.files]
    if paper is not None:
        size = filesizeformat(len(paper.content))
        files.insert(0, Named(paper.path, _("The same as a paper"), f"PDF {size}", 0, Kind.PDF))
    return PieceOnPage(
        piece,
        piece.heading or piece.element,
        piece.blocks,
        tuple(file for file in files if not file.is_picture),
        tuple(file for file in files if file.is_picture),
    )


def _listed(publication: Publication) -> Listed:
    told = publication.content
    return Listed(
        told["code"], told["title"] or told["code"], publication.path, publication.published, publication.withdrawn
    )


def _title(content: PublishedContent) -> str:
    return content.title or content.code


def _top_title() -> str:
    return _("Integrity and transparency assessment (ITA)")


def _year_title(year: int) -> str:
    return _("ITA of fiscal year %(year)s") % {"year": year}


def _indicator_of(publication: Publication) -> int:
    return publication.content.get("indicator") or 0


def _sub_of(publication: Publication) -> str:
    return str(publication.content.get("sub_indicator") or "")


def _indicator(number: int, names: dict[int, str]) -> str:
    return (
        _("Indicator %(number)s %(name)s") % {"number": number, "name": names.get(number, "")} if number else _("Items")
    )


def _sub(code: str, names: dict[str, str]) -> str:
    return " ".join(part for part in (code, names.get(code, "")) if part)
