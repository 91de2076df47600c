"""What stands before an item is published: its content as it would be, what was found in it, who wrote it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.ita.analysis.item_check import ElementState
from prongsai.office.disclosure.composing import content_of
from prongsai.office.disclosure.content import FoundInside, PublishedContent, ShownFile, frozen, mark_of
from prongsai.office.disclosure.models import Confirmation, DisclosedItem
from prongsai.office.disclosure.privacy.hits import hidden
from prongsai.office.disclosure.services.checking import look_at
from prongsai.office.disclosure.services.looking_through import LookedThrough, looked_through
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.modules import asking_once
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True)
class Prepared:
    """An item before publishing. `content` is what readers would see: what is to be hidden is masked in its texts.

    Files in which something is hidden are made anew only when it is published (`redacted_file`).
    """

    item: DisclosedItem
    written: PublishedContent
    content: PublishedContent
    found: FoundInside
    looked: LookedThrough
    authors: frozenset[str]
    confirmed_by: frozenset[str]

    @property
    def mark(self) -> str:
        """The mark of what was written, which a confirmation holds for."""
        return mark_of(frozen(self.written))

    @property
    def hindrances(self) -> tuple[str, ...]:
        """Why it cannot be published as it stands, in words; empty where nothing hinders it."""
        told = []
        if self.item.round.is_draft:
            told.append(_("The list of items of this year is not announced yet. Publish when it is there."))
        if self.item.round.closed:
            told.append(_("This year is closed. Open it again to change something."))
        if not self.content.pieces:
            told.append(_("There is nothing to show yet."))
        told += self.looked.failed
        if self.looked.open:
            told.append(_("Something in it may point to a private person. Say of each whether it is hidden or shown."))
        return tuple(told)

    def refuse_what_is_not_ready(self) -> None:
        """Refuse Conflict with the first reason."""
        for told in self.hindrances:
            raise Conflict(told)

    def hidden_in(self, file: ShownFile) -> dict[str, str]:
        """Give what is hidden in a file: each text, and what a mask leaves of it."""
        hits = (hit for each in self.looked.findings if each.is_hidden for hit in each.hits)
        return {hit.text: hit.masked for hit in hits if hit.version == file.version}


def prepared(item: DisclosedItem) -> Prepared:
    """Look at what would be published of an item now."""
    written = content_of(item)
    looked = looked_through(item, written)
    hits = [hit for each in looked.findings if each.is_hidden for hit in each.hits]
    content = PublishedContent.model_validate(hidden(frozen(written), hits)) if hits else written
    found = FoundInside(elements=_elements_of(item), without_text=looked.scanned)
    mark = mark_of(frozen(written))
    said = Confirmation.objects.filter(item=item, mark=mark).values_list("made_by", flat=True)
    authors = item.pieces.values_list("made_by", flat=True)
    return Prepared(item, written, content, found, looked, frozenset(authors), frozenset(said))


def _elements_of(item: DisclosedItem) -> dict[str, ElementState]:
    """Give what the check finds of each element now; nothing for an item that the framework has no more."""
    with asking_once():
        found = look_at(item.round, [item])
    return dict(found[0].placed.elements) if found else {}


def alone_wrote(acting: Acting, ready: Prepared) -> bool:
    """Whether somebody is the only one who wrote an item, and nobody else has confirmed it."""
    return {_who(name) for name in ready.authors | ready.confirmed_by} <= {_who(acting.actor)}


def _who(actor: str) -> str:
    """Name the account, whether it came by its personal link or by its passphrase."""
    return actor.replace("link:", "user:")


def refuse_who_alone_wrote(acting: Acting, ready: Prepared) -> None:
    """Refuse Conflict to who alone wrote it: a second person looks at what the office says in public."""
    if alone_wrote(acting, ready):
        raise Conflict(_("You alone wrote this. Somebody else, such as the head of the unit, confirms it first."))


@transaction.atomic
def confirm_item(acting: Acting, item: DisclosedItem, mark: str) -> Confirmation:
    """Confirm what would be published, as it was seen (`mark`). Refuses Conflict where it has changed since."""
    if mark_of(frozen(content_of(item))) != mark:
        raise Conflict(_("The content has changed meanwhile. Look at it again."))
    made, fresh = Confirmation.objects.get_or_create(
        agency_id=item.agency_id,
        item=item,
        mark=mark,
        made_by=acting.actor,
        defaults={"made": timezone.now()},
    )
    if fresh:
        record(acting, "disclosure.confirmed", thing=item)
    return made
