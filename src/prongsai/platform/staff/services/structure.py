"""The agency's own facts, its units and its posts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Holding, Person, Post, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.staff.services.whose import agency_of
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def change_agency(*, acting: Acting, agency: Agency, **facts: Any) -> None:
    """Change what papers say of the agency."""
    _set(agency, facts)
    record(acting, "staff.agency_changed", thing=agency)


@transaction.atomic
def add_unit(*, acting: Acting, name: str, short_name: str = "", order: int = 0) -> Unit:
    """Add a unit. Raises Conflict for a name that is there already, also among closed units."""
    if Unit.objects.filter(name=name).exists():
        raise Conflict(_("There is a unit of this name already."))
    unit: Unit = Unit.objects.create(agency=agency_of(acting), name=name, short_name=short_name, order=order)
    record(acting, "staff.unit_added", thing=unit)
    return unit


@transaction.atomic
def change_unit(*, acting: Acting, unit: Unit, **facts: Any) -> None:
    """Rename a unit, or move it in the order. Raises Conflict for a name that is there already."""
    if Unit.objects.exclude(pk=unit.pk).filter(name=facts.get("name", unit.name)).exists():
        raise Conflict(_("There is a unit of this name already."))
    _set(unit, facts)
    record(acting, "staff.unit_changed", thing=unit)


@transaction.atomic
def close_unit(*, acting: Acting, unit: Unit, day: date) -> None:
    """Close a unit from a day on, its posts with it. Raises Conflict while people belong to it, or if it is closed."""
    unit = Unit.objects.select_for_update().get(pk=unit.pk)
    if unit.closed is not None:
        raise Conflict(_("The unit is closed already."))
    people = Person.objects.here(day).filter(unit=unit).count()
    if people:
        raise Conflict(
            ngettext(
                "%(people)s person belongs to this unit. Move the person to another unit first.",
                "%(people)s people belong to this unit. Move them to another unit first.",
                people,
            )
            % {"people": people}
        )
    if Holding.objects.running(day).filter(post__unit=unit).exists():
        raise Conflict(_("Somebody holds a post of this unit. End the holding first."))
    _set(unit, {"closed": day})
    record(acting, "staff.unit_closed", thing=unit, figures={"from": day})


@transaction.atomic
def add_post(*, acting: Acting, unit: Unit, title: str, standing: str, order: int = 0) -> Post:
    """Add a post to a unit; it is vacant."""
    post: Post = Post.objects.create(agency=agency_of(acting), unit=unit, title=title, standing=standing, order=order)
    record(acting, "staff.post_added", thing=post, figures={"standing": standing})
    return post


@transaction.atomic
def change_post(*, acting: Acting, post: Post, **facts: Any) -> None:
    """Change a post. Raises Conflict where somebody would change the standing of a post of one's own.

    One's own is also what begins later, and what another acts in at present.
    """
    changes = facts.get("standing", post.standing) != post.standing
    not_over = Q(until__isnull=True) | Q(until__gte=facts.pop("today"))
    if changes and post.holdings.filter(not_over, person=acting.person).exists():
        raise Conflict(_("Nobody changes the standing of one's own post. Please ask another person."))
    _set(post, facts)
    record(acting, "staff.post_changed", thing=post, figures={"standing": post.standing})


@transaction.atomic
def close_post(*, acting: Acting, post: Post, day: date) -> None:
    """Close a post from a day on. Raises Conflict while somebody holds it, or once it is closed."""
    post = Post.objects.select_for_update().get(pk=post.pk)
    if post.closed is not None:
        raise Conflict(_("The post is closed already."))
    if Holding.objects.running(day).filter(post=post).exists():
        raise Conflict(_("Somebody holds this post. End the holding first."))
    _set(post, {"closed": day})
    record(acting, "staff.post_closed", thing=post, figures={"from": day})


def _set(row: Agency | Unit | Post, facts: dict[str, Any]) -> None:
    for name, value in facts.items():
        setattr(row, name, value)
    row.save(update_fields=list(facts))
