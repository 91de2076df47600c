"""Work of the notices that runs by itself."""

from __future__ import annotations

from django.utils import timezone

from prongsai.platform.agency.models import Agency
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.current import current_job
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later_for_each_agency
from prongsai.platform.notices.outbox import send_later
from prongsai.platform.notices.removal import remove_short_lived
from prongsai.platform.notices.sending import send_due
from prongsai.platform.notices.services.answering import answer_event
from prongsai.platform.notices.services.following import take_due_steps


@every(cron.daily(7, 30))
def begin_the_day() -> None:
    """Follow up in every agency, half an hour after the quiet hours."""
    later_for_each_agency(follow_up_today)


@task()
def follow_up_today(agency: int) -> None:
    """Take the steps that are due, forget what is short-lived, and see to what the queue may have lost."""
    take_due_steps(by=f"job:{current_job()}" if current_job() else "job:0")
    remove_short_lived(timezone.now())
    send_later(agency, timezone.now())


@task(long="sending")
def send_notices(agency: int, slot: int = 0) -> None:  # noqa: ARG001 one job a minute is told apart by its slot
    """Send what is due in one agency. It holds no transaction while a server is waited for."""
    send_due(Agency.objects.get(pk=agency))


@task(long="sending")
def answer_line(agency: int, event: int) -> None:  # noqa: ARG001 the agency speaks already
    """Answer somebody on LINE."""
    answer_event(event)
