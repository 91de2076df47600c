"""Handing in what was asked for: oneself, or written down for somebody who sent it another way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.data_calls.file_holders import HAND_IN
from prongsai.office.data_calls.models import CalledItem, HandIn, ItemState, units_of
from prongsai.office.data_calls.services.following import keep_following
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.services import Channel

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What came. Something of it is there, or `nothing` says that there is nothing to report."""

    files: Sequence[CleanFile] = ()
    words: str = ""
    link: str = ""
    figures: Mapping[str, Decimal | int] = field(default_factory=dict)
    nothing: bool = False
    happened: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing came at all."""
        return not (self.files or self.words or self.link or self.figures or self.nothing)


@transaction.atomic
def hand_in(*, acting: Acting, item: CalledItem, brought: Brought) -> HandIn:
    """Hand in what one is asked for oneself. Refuses Conflict: somebody else's, handed in meanwhile, nothing came."""
    current = locked(item)
    if not current.addressee.is_of(acting):
        raise Conflict(_("This is asked of somebody else. Choose “Record for somebody” to hand it in for them."))
    day = today(current.agency)
    made = _take(acting, current, brought, HandIn(received=day))
    record(acting, "data_calls.handed_in", thing=current, figures={"files": len(brought.files), "due": current.due})
    return made


@transaction.atomic
def hand_in_for(
    *, acting: Acting, item: CalledItem, brought: Brought, recorded_for: Person, received_by: Channel, received: date
) -> HandIn:
    """Write down for somebody what came another way: from whom, by which channel, on which day.

    A day before today is told with the day of entry. Refuses Conflict: a day that has not come, one who may not.
    """
    current = locked(item)
    if not may_record_for(acting, current):
        raise Conflict(_("Only the coordinator and colleagues of the unit hand something in for somebody."))
    if received > today(current.agency):
        raise Conflict(_("This day has not come yet."))
    made = HandIn(received=received, received_by=received_by, recorded_for=recorded_for)
    made = _take(acting, current, brought, made)
    record(
        acting,
        "data_calls.handed_in_for",
        thing=current,
        figures={
            "person": recorded_for.pk,
            "received_by": str(received_by),
            "day": received,
            "files": len(brought.files),
        },
    )
    return made


def may_record_for(acting: Acting, item: CalledItem) -> bool:
    """Say whether somebody may hand something in for another: the coordinator, and colleagues of the unit."""
    if acting.by_link or not acting.has(*WRITERS):
        return False
    return acting.has(Role.COORDINATOR) or item.addressee.unit_id in units_of(acting)


def locked(item: CalledItem) -> CalledItem:
    """Give an item locked and read anew, with who is asked. Refuses Conflict where its year is closed."""
    rows = CalledItem.objects.select_for_update(of=("self",)).select_related("agency").whole()
    current = rows.get(pk=item.pk)
    if current.call.round.closed:
        raise Conflict(_("This year is closed. Open it again to change something."))
    return current


def _take(acting: Acting, item: CalledItem, brought: Brought, made: HandIn) -> HandIn:
    if not item.is_owed:
        raise Conflict(_("This has been handed in or called off meanwhile."))
    if brought.is_empty:
        raise Conflict(_("Attach a file or a photograph, or write something."))
    if brought.happened and brought.happened > today(item.agency):
        raise Conflict(_("This day has not come yet."))
    made.agency_id, made.item, made.made_by, made.entered = item.agency_id, item, acting.actor, today(item.agency)
    made.words, made.link, made.nothing, made.happened = brought.words, brought.link, brought.nothing, brought.happened
    made.figures = [[name, f"{value}"] for name, value in brought.figures.items()]
    made.save()
    attach_files(acting=acting, agency=item.agency_id, holder=HAND_IN.key, thing=made.pk, files=brought.files)
    item.state, item.because = ItemState.HANDED_IN, ""
    item.save(update_fields=["state", "because"])
    keep_following(item.addressee, by=acting)
    return made
