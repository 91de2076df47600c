"""Asking: one call for all units, one thing more, and what another room asks."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.data_calls.models import Addressee, CalledItem, DataCall
from prongsai.office.data_calls.services.following import keep_following, tell_asked
from prongsai.office.data_calls.services.owning import Owned, owners_of
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What a call says beside its items."""

    title: str
    sent: date
    due: date
    memo_number: str = ""
    memo_day: date | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One thing asked of one owner. `figures` names numbers that are asked for, each by its words."""

    title: str
    owner: Unit | Person
    due: date
    code: str = ""
    details: str = ""
    figures: Sequence[str] = ()
    subject: str = ""


@transaction.atomic
def make_call(*, acting: Acting, found: Round, letter: Letter, codes: Collection[str], tell: bool = True) -> DataCall:
    """Ask all units at once for the items of these codes: each unit is told, and followed up from then on.

    `tell` is False where nobody is to be told or followed up yet.
    Refuses Conflict, and nobody is asked: a closed year, a day that has not come, no item, an item that nobody owns.
    """
    current, day = open_one(found), today(found.agency)
    if letter.sent > day:
        raise Conflict(_("This day has not come yet."))
    owned = [each for each in owners_of(current) if each.code in codes]
    if not owned:
        raise Conflict(_("Choose at least one item."))
    if lacking := [each.code for each in owned if each.unit is None]:
        raise Conflict(_("Nobody hands in %(codes)s yet. Write it down first.") % {"codes": " ".join(lacking)})
    call = begin_call(acting=acting, found=current, letter=letter)
    addressees = [_put_in(call, _of(each, letter.due)).addressee for each in owned]
    if tell:
        _follow(addressees, acting)
    units = len({addressee.unit_id for addressee in addressees})
    record(acting, "data_calls.made", thing=call, figures={"items": len(owned), "units": units, "due": call.due})
    return call


@transaction.atomic
def change_call(*, acting: Acting, call: DataCall, letter: Letter) -> DataCall:
    """Change what a call says; items that had its day get the new one. Refuses Conflict on a closed year."""
    open_one(call.round)
    current = DataCall.objects.select_for_update(of=("self",)).get(pk=call.pk)
    if letter.sent > today(acting.agency):
        raise Conflict(_("This day has not come yet."))
    before = current.due
    for name in ("title", "sent", "due", "memo_number", "memo_day", "contact"):
        setattr(current, name, getattr(letter, name))
    current.save()
    if before != letter.due:
        CalledItem.objects.filter(call=current, due=before).update(due=letter.due)
        for addressee in current.addressees.select_related("call", "unit", "officer"):
            keep_following(addressee, by=acting)
    record(acting, "data_calls.changed", thing=current, figures={"due": letter.due})
    return current


@transaction.atomic
def add_item(*, acting: Acting, call: DataCall, asked: Asked, tell: bool = True) -> CalledItem:
    """Ask for one thing more in a call. Refuses Conflict: a closed year, an item that is asked of the same already."""
    open_one(call.round)
    item = _put_in(DataCall.objects.select_for_update(of=("self",)).get(pk=call.pk), asked)
    if tell:
        _follow([item.addressee], acting)
    record(acting, "data_calls.asked", thing=item, figures={"unit": item.addressee.unit_id, "due": item.due})
    return item


@transaction.atomic
def ask(*, acting: Acting, found: Round, asked: Asked, call_title: str) -> CalledItem:
    """Ask a unit or an officer for something on behalf of another room of the yearly job.

    `asked.subject` is the key by which that room finds it again, its own name first: `measures:step:17`. Asked again
    under the same key, what stands is given and nothing is changed. All that one room asks in a year is one call, which
    gets `call_title`. Refuses Conflict on a closed year; raises ValueError for a subject without a room's name.
    """
    room, parted, _rest = asked.subject.partition(":")
    if not room or not parted:
        raise ValueError("a subject begins with the name of the room that asks")
    current, day = open_one(found), today(found.agency)
    call = DataCall.objects.filter(round=current, key=room).first()
    standing = call.items.filter(subject=asked.subject).first() if call else None
    if standing is not None:
        return standing
    if call is None:
        letter = Letter(title=call_title, sent=day, due=max(asked.due, day))
        call = begin_call(acting=acting, found=current, letter=letter, key=room)
    return add_item(acting=acting, call=call, asked=asked)


def addressee_of(call: DataCall, owner: Unit | Person) -> Addressee:
    """Give the addressee of a call that is a unit, or an officer of one; made where there is none."""
    unit, officer = (owner.unit, owner) if isinstance(owner, Person) else (owner, None)
    found, _new = Addressee.objects.get_or_create(agency_id=call.agency_id, call=call, unit=unit, officer=officer)
    return found


def begin_call(*, acting: Acting, found: Round, letter: Letter, key: str = "") -> DataCall:
    """Begin a call that asks for nothing yet. Its callers have looked whether the year is open."""
    return DataCall.objects.create(
        agency_id=found.agency_id,
        round=found,
        key=key,
        title=letter.title,
        memo_number=letter.memo_number,
        memo_day=letter.memo_day,
        sent=letter.sent,
        due=letter.due,
        contact=letter.contact,
        made_by=acting.actor,
        made=today(found.agency),
    )


def _of(owned: Owned, due: date) -> Asked:
    owner = owned.officer or owned.unit
    assert owner is not None
    title = owned.title or owned.code
    told = f"{title} ({owned.period})" if owned.period else title
    return Asked(title=told, owner=owner, due=due, code=owned.code)


def _put_in(call: DataCall, asked: Asked) -> CalledItem:
    addressee = addressee_of(call, asked.owner)
    if asked.code and CalledItem.objects.filter(addressee=addressee, code=asked.code).exists():
        raise Conflict(_("%(item)s is asked of %(owner)s already.") % {"item": asked.code, "owner": addressee})
    item = CalledItem(
        agency_id=call.agency_id,
        call=call,
        addressee=addressee,
        code=asked.code,
        noted_in=call.round.codes_year if asked.code else None,
        title=asked.title,
        details=asked.details,
        figures=list(asked.figures),
        subject=asked.subject,
        due=asked.due,
    )
    item.keep_keys()
    item.save()
    return item


def _follow(addressees: Sequence[Addressee], acting: Acting) -> None:
    """Follow each up once and tell it."""
    once = {addressee.pk: addressee for addressee in addressees}
    for addressee in once.values():
        keep_following(addressee, by=acting)
        tell_asked(addressee, by=acting)
