"""What this room tells people."""

from django.utils.translation import gettext_noop

from prongsai.platform.notices.kinds import Kind
from prongsai.registers.approvals.models import Submission


def _is_done(submission: int) -> bool:
    return not Submission.objects.waiting().filter(pk=submission).exists()


WAITING = Kind("approvals.waiting", gettext_noop("Something waits for your opinion or decision"), is_done=_is_done)
DECIDED = Kind("approvals.decided", gettext_noop("What you submitted was decided on"))
KINDS = (WAITING, DECIDED)
