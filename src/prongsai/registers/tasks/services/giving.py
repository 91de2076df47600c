"""Giving a task to a person or a unit, changing it, putting it into the hands of a successor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import follow_up, withdraw_follow_up
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.models import Task
from prongsai.registers.tasks.notice_kinds import HAND_IN
from prongsai.registers.tasks.services.telling import tell as tell_of

MOST_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked for. `owner` is a person or a unit; `repeats_every` counts months, 0 for once."""

    title: str
    owner: Person | Unit
    due: date | None = None
    details: str = ""
    address: str = ""
    repeats_every: int = 0


@transaction.atomic
def give_task(*, acting: Acting | str, agency: Agency, asked: Asked, tell: bool = True) -> Task:
    """Give a task: who owes it is told, and reminded from its day on. The agency speaks.

    Raises ValueError for a task that comes again without a day.
    """
    task = Task(agency=agency, made=today(agency), made_by=_actor(acting))
    _set(task, asked)
    task.first_due = asked.due
    task.save()
    record(acting, "tasks.given", thing=task, figures={"due": asked.due})
    if tell:
        remind(task, by=acting)
        tell_of(task, to=task.owner, by=acting)
    return task


@transaction.atomic
def change_task(*, acting: Acting, task: Task, asked: Asked) -> Task:
    """Change a task that is open. Refuses Conflict."""
    current = open_task(task)
    if current.due != asked.due or current.repeats_every != asked.repeats_every:
        current.first_due = asked.due
    _set(current, asked)
    current.save()
    record(acting, "tasks.changed", thing=current, figures={"due": asked.due})
    withdraw_follow_up(kind=HAND_IN, thing=current.pk, by=acting)
    remind(current, by=acting)
    return current


@transaction.atomic
def hand_over_task(*, task: Task, to: Person, actor: str) -> None:
    """Put an open task of a person who leaves into the hands of another. Refuses Conflict."""
    current = open_task(task)
    before = current.person_id
    current.person, current.unit = to, None
    current.keep_keys()
    current.save()
    record(actor, "tasks.handed_over", thing=current, figures={"from": before, "person": to.pk})
    withdraw_follow_up(kind=HAND_IN, thing=current.pk, by=actor)
    remind(current, by=actor)


def remind(task: Task, *, by: Acting | str) -> None:
    """Have who owes a task with a day reminded of it until it is done."""
    if task.due is None:
        return
    follow_up(
        kind=HAND_IN,
        thing=task.pk,
        due=task.due,
        by=by,
        unit=task.unit,
        person=task.person,
        subject=task.title,
        link=Link("task", {"task": task.pk}),
    )


def open_task(task: Task) -> Task:
    """Give a task locked and read anew. Refuses Conflict where it is not open any more."""
    current = locked(task)
    if not current.is_open:
        raise Conflict(_("This task has been handed in or called off meanwhile."))
    return current


def locked(task: Task) -> Task:
    """Give a task locked and read anew, with who owes it."""
    tasks = Task.objects.select_for_update(of=("self",)).select_related("agency", "person__unit", "unit")
    return tasks.get(pk=task.pk)


def _set(task: Task, asked: Asked) -> None:
    if asked.repeats_every and asked.due is None:
        raise ValueError("a task that comes again has a day")
    task.title, task.details, task.address = asked.title, asked.details, asked.address
    task.person = asked.owner if isinstance(asked.owner, Person) else None
    task.unit = asked.owner if isinstance(asked.owner, Unit) else None
    task.due, task.repeats_every = asked.due, asked.repeats_every
    task.keep_keys()


def _actor(acting: Acting | str) -> str:
    return acting if isinstance(acting, str) else acting.actor
