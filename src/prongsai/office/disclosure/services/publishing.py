"""Publishing an item, correcting it, withdrawing it: each with its act in the log, in one transaction."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.office.disclosure.content import FoundInside, PublishedContent, frozen, mark_of
from prongsai.office.disclosure.log import Act, ActKind, PublishedFile
from prongsai.office.disclosure.models import DisclosedItem, LoggedAct, Publication
from prongsai.office.disclosure.published_hooks import tell_published
from prongsai.office.disclosure.services.closed_sets import refuse_while_closed
from prongsai.office.disclosure.services.homes import path_of
from prongsai.office.disclosure.services.logging_acts import DEED_OF, figures_of, hold_log, log_act, now_of
from prongsai.office.disclosure.services.published_files import keep_files, with_redacted_files, without_places
from prongsai.office.disclosure.services.readiness import prepared, refuse_who_alone_wrote
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.line import posts_of
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict

if TYPE_CHECKING:
    from prongsai.office.disclosure.models.publications import Publications

CONTENT = "content.json"
"""The content itself as a file beside the page: `content_bytes`. Its SHA-256 in the log is the mark."""


@transaction.atomic
def publish(
    acting: Acting,
    item: DisclosedItem,
    *,
    seen: str = "",
    happened: date | None = None,
    received: date | None = None,
) -> Publication:
    """Publish what would stand now (`readiness.prepared`) as the next version; the standing one if nothing changed.

    `seen` is the mark of what somebody looked at (`Prepared.mark`), where it was shown before; `happened` and
    `received` are the days of the content, where the office knows them.
    Refuses Conflict: it changed after it was seen, the year's list is not there yet, the year or the set is closed,
    nothing to show, personal data without an answer, who alone wrote it publishes, a day to come.
    """
    agency = agency_of(acting)
    hold_log(agency.pk)
    item = DisclosedItem.objects.select_related("round", "agency").get(pk=item.pk)
    refuse_while_closed(item)
    if any(day is not None and day > today(agency) for day in (happened, received)):
        raise Conflict(_("The day has not come yet."))
    ready = prepared(item)
    if seen and seen != ready.mark:
        raise Conflict(_("The content has changed meanwhile. Look at it again."))
    ready.refuse_what_is_not_ready()
    refuse_who_alone_wrote(acting, ready)
    content, made = with_redacted_files(ready)
    before = item.publications.order_by("-version").first()
    stands = before is not None and before.withdrawn is None
    if before is not None and stands and without_places(before.content) == without_places(frozen(content)):
        return before
    content = keep_files(acting, item, content, made)
    publication = _keep(acting, item, content, ready.found, before.version if before else 0)
    kind = ActKind.CORRECT if stands else ActKind.PUBLISH
    _log(acting, agency, publication, act_of(kind, publication, acting, happened=happened, received=received))
    return publication


@transaction.atomic
def withdraw(acting: Acting, publication: Publication, because: str) -> Publication:
    """Take a page down for a reason, which its tombstone tells together with the day; its address stays.

    Refuses Conflict: a newer version stands, withdrawn already, the set is closed, no reason.
    """
    agency = agency_of(acting)
    hold_log(agency.pk)
    found = Publication.objects.select_related("item__round", "item__agency").get(pk=publication.pk)
    refuse_while_closed(found.item)
    if found.withdrawn or found.item.publications.filter(version__gt=found.version).exists():
        raise Conflict(_("This version does not stand any more."))
    if not because.strip():
        raise Conflict(_("Say why it is withdrawn: the page tells it."))
    found.withdrawn, found.withdrawn_because = now_of(agency), because.strip()
    found.save(update_fields=["withdrawn", "withdrawn_because"])
    _log(acting, agency, found, act_of(ActKind.WITHDRAW, found, acting))
    return found


def standing_publications(agency: Agency) -> Publications:
    """Give of each item of an agency the newest version, those withdrawn too: their tombstones stay."""
    return Publication.objects.filter(agency=agency).standing().select_related("item__round")


def content_bytes(publication: Publication) -> bytes:
    """Give the content as the file `content.json` beside the page: its SHA-256 is the mark of the publication."""
    told = json.dumps(publication.content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return told.encode()


def act_of(
    kind: ActKind,
    publication: Publication,
    acting: Acting,
    *,
    address: str = "",
    happened: date | None = None,
    received: date | None = None,
) -> Act:
    """Give the act on a version as the log has it. Addresses are those on our site; `address`: where else it stands."""
    path = f"/{publication.path}"
    content = PublishedContent.model_validate(publication.content)
    files = {f"{path}{file.address}": file.sha256 for file in content.files} | {f"{path}{CONTENT}": publication.mark}
    agency = agency_of(acting)
    return Act(
        kind=kind,
        item=_word_of(publication),
        address=address or path,
        files=() if kind is ActKind.WITHDRAW else tuple(PublishedFile(*entry) for entry in files.items()),
        published=today(agency),
        post=post_of(acting, agency),
        received=received,
        happened=happened,
    )


def _word_of(publication: Publication) -> str:
    """Name the item as the log does (`ita/2568/O26`): as its address was first given, whatever its code is later."""
    scheme, year, code = publication.path.strip("/").split("/")
    return f"{scheme}/{year}/{code.upper()}"


def post_of(acting: Acting, agency: Agency) -> str:
    """Give the post of who acts, as papers name it; the name of the role for an account without one."""
    held = posts_of(acting.person, today(agency)) if acting.person else []
    if held:
        return held[0].title
    with translation.override(settings.LANGUAGE_CODE):
        return str(Role.COORDINATOR.label)


def _keep(
    acting: Acting, item: DisclosedItem, content: PublishedContent, found: FoundInside, before: int
) -> Publication:
    told = frozen(content)
    return Publication.objects.create(
        agency_id=item.agency_id,
        item=item,
        version=before + 1,
        path=path_of(item),
        content=told,
        found=found.model_dump(mode="json"),
        mark=mark_of(told),
        published=now_of(item.agency),
        made_by=acting.actor,
    )


def _log(acting: Acting, agency: Agency, publication: Publication, act: Act) -> LoggedAct:
    row = log_act(agency=agency, act=act, item=publication.item, publication=publication)
    figures = figures_of(row) | {"version": publication.version}
    record(acting, DEED_OF[act.kind], thing=publication, figures=figures)
    transaction.on_commit(partial(tell_published, publication.item), robust=True)
    return row
