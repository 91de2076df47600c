"""Makes what the addresses of tasks name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Person
from prongsai.registers.tasks.models import ImportedTasks
from prongsai.registers.tasks.services import give_task
from prongsai.registers.tasks.services.giving import Asked


def task(office: Office) -> Mapping[str, object]:
    employ_the_adviser(office)
    asked = Asked(title=f"ส่งภาพ {office.canary}", owner=office.units["สำนักปลัด"], due=date(2025, 3, 20))
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    return {"task": give_task(acting=coordinator, agency=office.agency, asked=asked).pk}


def imported_tasks(office: Office) -> Mapping[str, object]:
    sender = f"user:{office.accounts[Role.OFFICER].pk}"
    kept = ImportedTasks.objects.create(
        agency=office.agency, unit=office.units["สำนักปลัด"], file_name=f"{office.canary}.xlsx", found=[], made_by=sender
    )
    return {"waiting": kept.pk}


def employ_the_adviser(office: Office) -> None:
    """Let the adviser work in the unit too: then nothing but the role keeps the account out, and that is seen."""
    account = office.accounts[Role.OVERSEER]
    if account.person is None:
        account.person = Person.objects.create(
            agency=office.agency, given_name="ที่ปรึกษา", family_name="ตัวอย่าง", unit=office.units["สำนักปลัด"]
        )
        account.save(update_fields=["person"])


MAKERS: dict[str, Callable[[Office], Mapping[str, object]]] = {"task": task, "imported_tasks": imported_tasks}
NOWHERE: dict[str, object] = {"task": 2**40, "waiting": 2**40}
