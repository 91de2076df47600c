"""People, and the posts they hold."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Holding, HoldingKind, Person, Post
from prongsai.platform.audit.services import record
from prongsai.platform.staff.services.whose import agency_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.wording import day_in_words


@transaction.atomic
def add_person(*, acting: Acting, **facts: Any) -> Person:
    """Add a person, without a post and without an account."""
    person: Person = Person.objects.create(agency=agency_of(acting), **facts)
    record(acting, "staff.person_added", thing=person)
    return person


@transaction.atomic
def change_person(*, acting: Acting, person: Person, **facts: Any) -> None:
    """Change what is known of a person; what was known before stays in the history."""
    for name, value in facts.items():
        setattr(person, name, value)
    person.save()
    record(acting, "staff.person_changed", thing=person)


@transaction.atomic
def put_into_post(
    *,
    acting: Acting,
    person: Person,
    post: Post,
    kind: str,
    since: date,
    until: date | None = None,
    order_reference: str = "",
) -> Holding:
    """Let a person hold a post, for good or acting, from a day to a day, both included.

    Raises Conflict where the post or the person is not there, where another holds the post for good on one of these
    days, where the person does so already, for acting without an order, and for a leading post of one's own.
    """
    post = Post.objects.select_for_update(of=("self",)).select_related("unit").get(pk=post.pk)
    _refuse_absent(person, post, since)
    if kind == HoldingKind.ACTING and not order_reference:
        raise Conflict(_("Acting needs an order: type its number and day as they stand on it."))
    if acting.person == person and post.rank:
        raise Conflict(_("Nobody puts oneself into a leading post. Please ask another person."))
    _refuse_overlap(person, post, kind, since, until)
    holding: Holding = Holding.objects.create(
        agency=agency_of(acting),
        person=person,
        post=post,
        kind=kind,
        since=since,
        until=until,
        order_reference=order_reference,
    )
    record(acting, "staff.holding_begun", thing=holding, figures={"person": person.pk, "post": post.pk, "kind": kind})
    return holding


@transaction.atomic
def end_holding(*, acting: Acting, holding: Holding, until: date) -> None:
    """End the holding of a post; `until` is its last day. Raises Conflict before its first day."""
    holding = Holding.objects.select_for_update().get(pk=holding.pk)
    if until < holding.since:
        first = day_in_words(holding.since)
        raise Conflict(_("It began on %(day)s: the last day cannot lie before.") % {"day": first})
    holding.until = until
    holding.save(update_fields=["until"])
    record(acting, "staff.holding_ended", thing=holding, figures={"until": until})


def _refuse_absent(person: Person, post: Post, since: date) -> None:
    if not post.is_standing(since):
        raise Conflict(_("The post is closed on that day."))
    if not person.is_here(since):
        raise Conflict(_("The person has left by that day."))


def _refuse_overlap(person: Person, post: Post, kind: str, since: date, until: date | None) -> None:
    """Refuse a second holder for good, and the same person twice in a post, on any of the days."""
    overlapping = Holding.objects.filter(Q(until__isnull=True) | Q(until__gte=since), post=post)
    overlapping = overlapping.exclude(person__left__lte=since)
    if until is not None:
        overlapping = overlapping.filter(since__lte=until)
    if overlapping.filter(person=person, kind=kind).exists():
        raise Conflict(_("The person is in this post already on some of these days."))
    held = overlapping.filter(kind=HoldingKind.SUBSTANTIVE).select_related("person").first()
    if kind == HoldingKind.SUBSTANTIVE and held:
        told = {"name": held.person.full_name}
        raise Conflict(_("%(name)s holds this post on some of these days. End that holding first.") % told)
