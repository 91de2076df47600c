"""Asking somebody else, or by another day: a unit that is gone, an officer who leaves."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.data_calls.models import Addressee, CalledItem
from prongsai.office.data_calls.services.calling import addressee_of
from prongsai.office.data_calls.services.following import keep_following, stop_following, tell_asked
from prongsai.office.data_calls.services.handing_in import locked
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def move_item(*, acting: Acting, item: CalledItem, owner: Unit | Person, due: date) -> CalledItem:
    """Ask somebody else for an item, or by another day. Refuses Conflict: handed in meanwhile, asked there already."""
    current = locked(item)
    if not current.is_owed:
        raise Conflict(_("This has been handed in or called off meanwhile."))
    _put(current, addressee_of(current.call, owner), due, by=acting)
    record(acting, "data_calls.moved", thing=current, figures={"unit": current.addressee.unit_id, "due": due})
    return current


@transaction.atomic
def hand_over_item(*, item: CalledItem, to: Person, actor: str) -> None:
    """Put what an officer who leaves is asked for into the hands of a successor. Refuses Conflict."""
    current = locked(item)
    _put(current, addressee_of(current.call, to), current.due, by=actor)
    record(actor, "data_calls.handed_over", thing=current, figures={"person": to.pk})


def _put(item: CalledItem, addressee: Addressee, due: date, *, by: Acting | str) -> None:
    before = item.addressee
    if before.pk != addressee.pk and item.code and addressee.items.filter(code=item.code).exists():
        told = {"item": item.code, "owner": addressee}
        raise Conflict(_("%(item)s is asked of %(owner)s already.") % told)
    item.addressee, item.due = addressee, due
    item.keep_keys()
    item.save()
    keep_following(addressee, by=by)
    if before.pk == addressee.pk:
        return
    tell_asked(addressee, by=by)
    if before.items.exists():
        keep_following(before, by=by)
    else:
        stop_following(before, by=by)
