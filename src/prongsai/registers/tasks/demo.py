"""The part of the demonstration that is this room's: who owes what in March 2568."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.tasks.models import Task, TaskState
from prongsai.registers.tasks.services import give_task
from prongsai.registers.tasks.services.giving import Asked, remind

ACTOR = "command:load_demo_tasks"


@transaction.atomic
def load_demo_tasks(agency: Agency) -> int:
    """Give a demo agency its tasks; give how many are new. Where there are tasks already nothing is changed."""
    told = yaml.safe_load(files("prongsai.registers.tasks").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        if Task.objects.exists():
            return 0
        coordinator = acting_as(User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk")[0])
        return sum(_put_in(agency, coordinator, each) for each in told["tasks"])


def _put_in(agency: Agency, coordinator: Acting, told: dict[str, Any]) -> bool:
    """Give one task, then date it back to when the story has it. Owners that the office has not are left out."""
    owner = _owner(agency, told["owner"])
    if owner is None:
        return False
    asked = Asked(
        title=told["title"],
        owner=owner,
        due=told["due"],
        details=told.get("details", ""),
        repeats_every=told.get("every", 0),
    )
    task = give_task(acting=coordinator, agency=agency, asked=asked, tell=False)
    task.made = told["given"]
    if told.get("done"):
        _hand_in(agency, coordinator, task, told)
    else:
        remind(task, by=ACTOR)
    task.save()
    return True


def _hand_in(agency: Agency, coordinator: Acting, task: Task, told: dict[str, Any]) -> None:
    task.state, task.done, task.entered, task.proof = TaskState.DONE, told["done"], told["done"], told["proof"]
    task.done_by = coordinator.actor
    if told.get("for"):
        task.recorded_for, task.received_by = _person(agency, told["for"]), told["by"]


def _owner(agency: Agency, name: str) -> Person | Unit | None:
    return Unit.objects.filter(name=name).first() or _person(agency, name)


def _person(agency: Agency, login: str) -> Person | None:
    account = User.objects.filter(agency=agency, login_name=login).select_related("person").first()
    return account.person if account else None
