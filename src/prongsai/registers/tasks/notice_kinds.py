"""What this room tells people about."""

from django.utils.translation import gettext_noop

from prongsai.platform.notices.kinds import Kind
from prongsai.registers.tasks.models import Task

HAND_IN, LIST = "tasks.hand_in", "tasks.list"


def _is_done(task: int) -> bool:
    return not Task.objects.open().filter(pk=task).exists()


KINDS = (
    Kind(HAND_IN, gettext_noop("Tasks to hand in"), is_done=_is_done),
    Kind(LIST, gettext_noop("Several tasks at once")),
)
