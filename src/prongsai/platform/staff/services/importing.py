"""A staff list: read, looked through, and taken over, all of it or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import astuple
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.ita.reading import read_rows_limited
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.kinds import Kind, kind_of
from prongsai.platform.agency.line import holder_of
from prongsai.platform.agency.models import Agency, Holding, Person, Post, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.staff.models import StaffImport
from prongsai.platform.staff.services.whose import agency_of
from prongsai.platform.staff.sheet.comparing import NEW_UNIT, Answers, Compared, Comparison, compare
from prongsai.platform.staff.sheet.keeping import list_as_json, list_from_json
from prongsai.platform.staff.sheet.known import known_people, known_units, main_holdings
from prongsai.platform.staff.sheet.reading import StaffRow, read_staff_list
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def read_list(*, acting: Acting, data: bytes, name: str, as_of: date) -> StaffImport:
    """Read a list in the limited process and keep what it says, to be looked through.

    Refuses (Refused) what reading the file and finding its people refuses; then nothing is kept.
    """
    found = read_staff_list(read_rows_limited(data, name))
    made: StaffImport = StaffImport.objects.create(
        agency=agency_of(acting), file_name=name[:200], as_of=as_of, told=list_as_json(found), made_by=acting.actor
    )
    record(acting, "staff.list_read", thing=made, figures={"rows": len(found.rows), "bytes": len(data)})
    return made


def compared(waiting: StaffImport, answers: Answers) -> Comparison:
    """Hold a list against who is known now."""
    rows = list_from_json(waiting.told).rows
    return compare(rows, known_people(waiting.as_of), known_units(waiting.as_of), answers)


def mark_of(waiting: StaffImport, answers: Answers) -> str:
    """Give a short mark of what a person saw: it differs once anybody, or an answer about a unit, has changed it.

    What was chosen for a row in doubt does not count: the row was shown with all of its choices.
    """
    comparison = compared(waiting, Answers(units=answers.units))
    seen = [(row.key, row.state, row.unit, row.known and row.known.pk, row.changes) for row in comparison.rows]
    units = [astuple(question) for question in comparison.units]
    return hashlib.sha256(repr((seen, units)).encode()).hexdigest()[:32]


@transaction.atomic
def take_list(*, acting: Acting, waiting: StaffImport, answers: Answers, seen: str) -> dict[str, int]:
    """Take a list over as it was seen; give how many were new and changed.

    Raises Conflict where it was decided already, where something changed since it was seen (`seen`, by `mark_of`), or
    where a row is refused or undecided.
    """
    waiting = StaffImport.objects.select_for_update().get(pk=waiting.pk)
    Agency.objects.select_for_update(of=("self",)).get(pk=waiting.agency_id)  # one list at a time
    if waiting.decided:
        raise Conflict(_("This list has been decided already."))
    comparison = compared(waiting, answers)
    if mark_of(waiting, answers) != seen:
        raise Conflict(_("Something has changed since the list was looked through. Please look again."))
    if not comparison.is_ready:
        raise Conflict(_("Some lines are still to be corrected or decided."))
    taking = _Taking(acting, waiting.as_of, comparison)
    for row in comparison.taken():
        taking.take(row)
    counts = {"new": taking.new, "changed": taking.changed, "units": len(taking.made_units)}
    _decide(waiting)
    record(acting, "staff.list_taken", thing=waiting, figures=counts)
    return counts


@transaction.atomic
def drop_list(*, acting: Acting, waiting: StaffImport) -> None:
    """Drop a list; nothing of it is taken over. Raises Conflict where it was decided already."""
    waiting = StaffImport.objects.select_for_update().get(pk=waiting.pk)
    if waiting.decided:
        raise Conflict(_("This list has been decided already."))
    _decide(waiting)
    record(acting, "staff.list_dropped", thing=waiting)


def _decide(waiting: StaffImport) -> None:
    waiting.told, waiting.decided = {}, timezone.now()
    waiting.save(update_fields=["told", "decided"])


class _Taking:
    """Writes the rows of one list, making units and posts as they are needed."""

    def __init__(self, acting: Acting, as_of: date, comparison: Comparison) -> None:
        self.acting, self.agency, self.as_of = acting, agency_of(acting), as_of
        self.kind: Kind = kind_of(self.agency.kind)
        self.made_units = {
            question.name: Unit.objects.create(agency=self.agency, name=question.name, order=_next_order())
            for question in comparison.units
            if question.answer == NEW_UNIT and any(row.row.unit == question.name for row in comparison.taken())
        }
        self.held = {holding.person_id: holding for holding in main_holdings(as_of)}
        self.new = self.changed = 0

    def take(self, one: Compared) -> None:
        """Add or change one person."""
        unit = Unit.objects.get(pk=one.unit) if one.unit else self.made_units[one.row.unit]
        if one.known is None:
            self.new += 1
            person = self._add(one.row, unit)
        else:
            self.changed += 1
            person = self._change(one, unit)
        if one.row.post and (one.known is None or any(change.name == "post" for change in one.changes)):
            self._place(person, one.row, unit)

    def _add(self, row: StaffRow, unit: Unit) -> Person:
        person: Person = Person.objects.create(
            agency=self.agency,
            prefix=row.prefix,
            given_name=row.given_name,
            family_name=row.family_name,
            unit=unit,
            employment=row.employment,
            email=row.email,
            since=row.since,
        )
        return person

    def _change(self, one: Compared, unit: Unit) -> Person:
        person = Person.objects.get(pk=one.known.pk if one.known else 0)
        for change in one.changes:
            if change.name == "unit":
                person.unit = unit
            elif change.name != "post":
                setattr(person, change.name, getattr(one.row, change.name))
        person.save()
        return person

    def _place(self, person: Person, row: StaffRow, unit: Unit) -> None:
        """Put a person into the post the list names: the own post renamed, a vacant one of that title, or a new one."""
        standing = self.kind.usual_standing(row.post)
        if standing.rank and self.acting.person == person:
            raise Conflict(_("Nobody puts oneself into a leading post. Please ask another person."))
        held = self.held.get(person.pk)
        if held and held.post.unit_id == unit.pk and held.post.standing == standing:
            held.post.title = row.post
            held.post.save(update_fields=["title"])
            return
        post = self._vacant(row.post, unit) or Post.objects.create(
            agency=self.agency, unit=unit, title=row.post, standing=standing, order=_next_order_in(unit)
        )
        since = max(self.as_of, row.since or self.as_of)
        if held and held.since >= since:
            held.post = post  # it began today, by an earlier list or a slip: put right, not ended
            held.save(update_fields=["post"])
            return
        if held:
            held.until = since - timedelta(days=1)
            held.save(update_fields=["until"])
        Holding.objects.create(agency=self.agency, person=person, post=post, since=since)

    def _vacant(self, title: str, unit: Unit) -> Post | None:
        posts = Post.objects.standing(self.as_of).filter(unit=unit, title=title).select_related("unit")
        return next((post for post in posts if holder_of(post, self.as_of) is None), None)


def _next_order() -> int:
    last = Unit.objects.order_by("-order").first()
    return last.order + 1 if last else 0


def _next_order_in(unit: Unit) -> int:
    last = unit.posts.order_by("-order").first()
    return last.order + 1 if last else 0
