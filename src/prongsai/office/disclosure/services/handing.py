"""The package for the contractor: read from what was published, so that the very same bytes stand on the site."""

from __future__ import annotations

from django.conf import settings
from django.utils import translation

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.writing import compose
from prongsai.office.disclosure.content import PublishedContent
from prongsai.office.disclosure.handing_over import HandedOver, packed
from prongsai.office.disclosure.models import Change, ChangeList
from prongsai.office.disclosure.register import code_of, site_home
from prongsai.office.reports.composing.basis import DEMO
from prongsai.platform.files.models import FileVersion
from prongsai.platform.files.room import store


def package_of(found: ChangeList) -> bytes:
    """Give the zip of a list: its text, and for each change that puts something up the files, text and page."""
    return packed([_handed(each) for each in asked(found) if _puts_up(each)], list_text(found))


def list_paper(found: ChangeList) -> Paper:
    """Give the list as a paper to print."""
    with translation.override(settings.LANGUAGE_CODE):
        return compose.change_list_paper(_head(found), _told(found))


def list_text(found: ChangeList) -> str:
    """Give the list as text for LINE or e-mail."""
    with translation.override(settings.LANGUAGE_CODE):
        return compose.change_list_text(_head(found), _told(found))


def asked(found: ChangeList) -> list[Change]:
    """Give what a list still asks for, in the order of the items; what was dropped is left out."""
    rows = found.changes.filter(dropped_because="").select_related("item__round", "publication")
    return list(rows.order_by("pk"))


def _head(found: ChangeList) -> compose.PaperHead:
    agency = found.agency
    return compose.PaperHead(
        agency=agency.name,
        year=found.round.fiscal_year,
        day=found.made,
        draft=False,
        footer=DEMO if agency.is_demo else "",
    )


def _told(found: ChangeList) -> compose.ChangesAsked:
    home = site_home()
    return compose.ChangesAsked(
        site=home.main if home else "",
        to=home.contractor if home else "",
        lines=tuple(_line(each) for each in asked(found)),
    )


def _line(change: Change) -> compose.ChangeAsked:
    content = content_of_change(change)
    return compose.ChangeAsked(
        code=code_of(change.item),
        title=content.title if content else "",
        what=str(change.get_kind_display()),
        where=change.where,
        address=change.address,
        files=tuple(file.name for file in content.files) if content and _puts_up(change) else (),
    )


def content_of_change(change: Change) -> PublishedContent | None:
    """Give what the page of a change says."""
    return PublishedContent.model_validate(change.publication.content) if change.publication else None


def _puts_up(change: Change) -> bool:
    return change.publication is not None and change.kind in (Change.Kind.ADD, Change.Kind.REPLACE)


def _handed(change: Change) -> HandedOver:
    content = content_of_change(change)
    assert content is not None
    rows = FileVersion.objects.in_bulk([file.version for file in content.files])
    files = tuple(
        (file, store().read(change.agency_id, rows[file.version].sha256))
        for file in content.files
        if file.version in rows
    )
    return HandedOver(code_of(change.item), content, files)
