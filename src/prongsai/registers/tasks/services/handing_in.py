"""Handing in a task with its proof, by who owes it or for somebody else; returning it; calling it off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.notices.services import settle, withdraw_follow_up
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.tasks.channels import Channel
from prongsai.registers.tasks.file_holders import TASK_PROOF
from prongsai.registers.tasks.models import Task, TaskState, units_of
from prongsai.registers.tasks.notice_kinds import HAND_IN
from prongsai.registers.tasks.repeating import next_due
from prongsai.registers.tasks.services.giving import locked, open_task, remind

WRITERS = (Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR)


@transaction.atomic
def hand_in(*, acting: Acting, task: Task, proof: str, files: Sequence[CleanFile] = ()) -> Task:
    """Hand in a task that one owes oneself, with a sentence, or files, or both. Refuses Conflict."""
    current = open_task(task)
    if not current.is_of(acting):
        raise Conflict(_("This task is somebody else's. Choose “Record for somebody” to hand it in for them."))
    day = today(current.agency)
    _close(current, acting, day, proof, files)
    record(acting, "tasks.handed_in", thing=current, figures={"due": current.due, "files": len(files)})
    return current


@transaction.atomic
def hand_in_for(
    *,
    acting: Acting,
    task: Task,
    proof: str,
    files: Sequence[CleanFile] = (),
    recorded_for: Person,
    received_by: Channel,
    day: date,
) -> Task:
    """Write down for somebody that a task was done: who handed it in, by which channel, on which day.

    A day before today is told with the day of entry. Refuses Conflict: a day that has not come, a task that is closed.
    """
    current = open_task(task)
    if day > today(current.agency):
        raise Conflict(_("The day has not come yet."))
    current.recorded_for, current.received_by = recorded_for, received_by
    _close(current, acting, day, proof, files)
    record(
        acting,
        "tasks.handed_in_for",
        thing=current,
        figures={"person": recorded_for.pk, "received_by": str(received_by), "day": day, "files": len(files)},
    )
    return current


@transaction.atomic
def return_task(*, acting: Acting, task: Task, because: str) -> Task:
    """Give a task that was handed in back, with a reason. Refuses Conflict."""
    current = locked(task)
    if current.state != TaskState.DONE or not may_return(acting, current):
        raise Conflict(_("Only a task that was handed in can be returned, and not by who handed it in."))
    current.state, current.returned_because = TaskState.OPEN, because
    current.done, current.done_by, current.entered = None, "", None
    current.recorded_for, current.received_by = None, ""
    current.save()
    record(acting, "tasks.returned", thing=current)
    remind(current, by=acting)
    return current


@transaction.atomic
def drop_task(*, acting: Acting, task: Task, because: str) -> Task:
    """Call off a task that is not needed any more, with a reason; a task that comes again ends. Refuses Conflict."""
    current = open_task(task)
    current.state, current.dropped_because = TaskState.DROPPED, because
    current.save()
    record(acting, "tasks.dropped", thing=current)
    withdraw_follow_up(kind=HAND_IN, thing=current.pk, by=acting)
    return current


def may_record_for(acting: Acting, task: Task) -> bool:
    """Say whether somebody may hand a task in for another: the coordinator, and colleagues of the unit."""
    if acting.by_link or not acting.has(*WRITERS):
        return False
    return acting.has(Role.COORDINATOR) or task.owing_unit.pk in units_of(acting)


def may_keep(acting: Acting, task: Task) -> bool:
    """Say whether somebody may change a task or call it off: who gave it, the head of the unit, the coordinator."""
    if acting.by_link or not acting.has(*WRITERS):
        return False
    heads = acting.has(Role.UNIT_HEAD) and task.owing_unit.pk in units_of(acting)
    return heads or acting.has(Role.COORDINATOR) or task.made_by == acting.actor


def may_return(acting: Acting, task: Task) -> bool:
    """Say whether somebody may return a task that was handed in: as `may_keep`, but not who handed it in."""
    return may_keep(acting, task) and task.done_by.partition(":")[2] != str(acting.user.pk)


def _close(task: Task, acting: Acting, day: date, proof: str, files: Sequence[CleanFile]) -> None:
    if not proof and not files:
        raise Conflict(_("Write what was done, or attach a file or a photograph."))
    task.state, task.proof, task.returned_because = TaskState.DONE, proof, ""
    task.done, task.done_by, task.entered = day, acting.actor, today(task.agency)
    task.save()
    attach_files(acting=acting, agency=task.agency_id, holder=TASK_PROOF.key, thing=task.pk, files=files)
    settle(kind=HAND_IN, thing=task.pk, by=acting)
    _begin_again(task, acting)


def _begin_again(task: Task, acting: Acting) -> None:
    """Make the next one of a task that comes again; once, however often this one is returned."""
    if not (task.repeats_every and task.first_due and task.due) or task.followed_by.exists():
        return
    following = Task(
        agency=task.agency,
        title=task.title,
        details=task.details,
        address=task.address,
        person=task.person,
        unit=task.unit,
        due=next_due(task.first_due, task.repeats_every, task.due),
        repeats_every=task.repeats_every,
        first_due=task.first_due,
        follows=task,
        made=today(task.agency),
        made_by=task.made_by,
    )
    following.keep_keys()
    following.save()
    record(acting, "tasks.given", thing=following, figures={"due": following.due})
    remind(following, by=acting)
