"""The proof of tasks: photographs and papers, handed in with them."""

from __future__ import annotations

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.registers.tasks.models import Task


def _sees(acting: Acting, task: int) -> bool:
    return Task.objects.visible_to(acting).filter(pk=task).exists()


def _tell(task: int) -> Told:
    found = Task.objects.get(pk=task)
    return Told(found.title, found.get_absolute_url())


TASK_PROOF = Holder(
    key="task-proof",
    may_read=_sees,
    may_change=lambda _acting, _task: False,  # it comes with the task that is handed in, and stays
    tell=_tell,
    purpose=EVIDENCE,
    by_link=True,
    listed=True,
)
