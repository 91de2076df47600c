"""The card of the register of tasks."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, PersonalRecord
from prongsai.registers.tasks.hand_over import TasksOfPerson
from prongsai.registers.tasks.home_sources import HandedInThisYear, WhereInTheYear
from prongsai.registers.tasks.services.importing import remove_old_imports
from prongsai.registers.tasks.task_source import GivenTasks

STAFF = frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR, Role.INVESTIGATOR})

MODULE = Module(
    key="tasks",
    title=gettext_noop("Tasks"),
    menu=(
        MenuEntry(gettext_noop("Home"), "office-home", STAFF, order=10),
        MenuEntry(gettext_noop("To do"), "tasks", STAFF, order=20),
    ),
    tasks=(GivenTasks(),),
    hand_over=(TasksOfPerson(),),
    home=(WhereInTheYear(), HandedInThisYear()),
    personal_page="my-tasks",
    records=(
        PersonalRecord(
            "tasks.Task",
            ("person", "recorded_for", "done_by"),
            purpose="who was to do what, who handed it in, and for whom somebody else wrote it down",
            ground="public task of the agency (s. 24 (4))",
            until="as long as the proof is among the office's papers; removed by decision under the archive rules",
        ),
        PersonalRecord(
            "tasks.ImportedTasks",
            ("found", "made_by"),
            purpose="a list of tasks read from a file, until somebody has looked through it",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
    ),
)
