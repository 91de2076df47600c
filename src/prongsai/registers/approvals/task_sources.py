"""What is to be done: opinions and decisions, by who does the work of the post today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from prongsai.platform.modules import Task
from prongsai.registers.approvals.services.asking import waiting_turns


class ApprovalTasks:
    """Tasks of those who are asked."""

    key = "approvals"

    def open_tasks(
        self, today: date, *, person: int | None = None, units: frozenset[int] = frozenset()
    ) -> Iterable[Task]:
        """Give what waits for a person, or for anybody where neither person nor units are named."""
        if person is None and units:
            return
        for submission, turn in waiting_turns(today):
            if turn.by is None or (person is not None and turn.by.person.pk != person):
                continue
            words = _("For your decision: %(subject)s") if turn.step.is_decision else _("For your opinion: %(subject)s")
            yield Task(
                key=f"approvals:step:{turn.step.pk}",
                title=words % {"subject": submission.subject},
                url_name="approval",
                arguments={"submission": submission.pk},
                person=turn.by.person.pk,
                about=submission.asks,
                by_link=True,
            )
