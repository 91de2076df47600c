"""Leaving and handing over. Nothing is deleted: what somebody did stays under the name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Holding, Person
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.services.entering import end_everything
from prongsai.platform.entrance.services.keeping import switch_off
from prongsai.platform.modules import Registry, registry
from prongsai.platform.staff.models import HandOver
from prongsai.platform.staff.open_things import ToHandOver, ending, to_hand_over
from prongsai.platform.staff.services.whose import agency_of
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def let_leave(
    *,
    acting: Acting,
    person: Person,
    day: date,
    today: date,
    successors: Mapping[str, Person],
    modules: Registry = registry,
) -> HandOver:
    """Let a person leave: from `day` on the person is not here any more, and holds no post.

    What rooms have open goes to the successors (by `ToHandOver.name`); the account is off at once, or on the day if
    that lies ahead. Raises Conflict for who has left already, for oneself, where a thing has no successor or one who is
    not here, and what switching off refuses (the last system administrator).
    """
    person = Person.objects.select_for_update(of=("self",)).select_related("unit").get(pk=person.pk)
    if person.left is not None:
        raise Conflict(_("The person has left already."))
    if acting.person == person:
        raise Conflict(_("Nobody lets oneself leave. Please ask another person."))
    things = to_hand_over(person, modules)
    for each in things:
        _refuse_successor(successors.get(each.name), person, day)
    lines = [{"kind": end.kind, "title": end.title, "to": ""} for end in ending(person, today)]
    lines += [_handed(each, successors[each.name], acting) for each in things]
    _end_holdings(person, day)
    person.left = day
    person.save(update_fields=["left"])
    account = User.objects.filter(person=person, is_active=True).first()
    if account and day <= today:
        switch_off(acting=acting, user=account)
    made: HandOver = HandOver.objects.create(
        agency=agency_of(acting), person=person, day=day, lines=lines, made_by=acting.actor
    )
    record(acting, "staff.person_left", thing=person, figures={"from": day, "handed_over": len(things)})
    return made


@transaction.atomic
def take_back_leaving(*, acting: Acting, person: Person) -> None:
    """Take back that a person left, as after a slip. Posts and the account are not given back by themselves."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.left is None:
        raise Conflict(_("The person has not left."))
    person.left = None
    person.save(update_fields=["left"])
    record(acting, "staff.person_returned", thing=person)


def switch_off_who_left(*, actor: str, today: date) -> int:
    """Switch off the accounts of people of the speaking agency whose day of leaving has come; give how many."""
    gone = Person.objects.filter(left__lte=today)
    late = list(User.objects.select_for_update(of=("self",)).filter(is_active=True, person__in=gone))
    for account in late:
        account.is_active = False
        account.save(update_fields=["is_active"])
        end_everything(account)
        record(actor, "account.switched_off", thing=account)
    return len(late)


def _refuse_successor(successor: Person | None, person: Person, day: date) -> None:
    if successor is None:
        raise Conflict(_("Each open thing needs a successor."))
    if successor.pk == person.pk or not successor.is_here(day):
        raise Conflict(_("The successor must be somebody who stays."))


def _handed(each: ToHandOver, successor: Person, acting: Acting) -> dict[str, str]:
    each.source.hand_over(each.thing.key, to=successor.pk, actor=acting.actor)
    return {"kind": each.kind, "title": each.thing.title, "to": successor.full_name}


def _end_holdings(person: Person, day: date) -> None:
    """End what runs on the day before; what would only have begun then never began, and is closed on its first day."""
    last = day - timedelta(days=1)
    for holding in Holding.objects.filter(person=person).exclude(until__lt=day):
        holding.until = max(last, holding.since)
        holding.save(update_fields=["until"])
