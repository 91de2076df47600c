"""What this room tells people about."""

from django.utils.translation import gettext_noop

from prongsai.platform.calendar.today import today
from prongsai.platform.notices.kinds import Kind
from prongsai.registers.circulars.models import CircularState, Receiver

ACKNOWLEDGE, WITHDRAWN, BRIEFING = "circulars.acknowledge", "circulars.withdrawn", "circulars.briefing"


def is_acknowledged(receiver: int) -> bool:
    """Whether nothing more is asked of a receiver: acknowledged, no longer here, or the circular withdrawn."""
    waiting = Receiver.objects.missing().filter(pk=receiver, circular__state=CircularState.SENT)
    found = waiting.select_related("person", "agency").first()
    return found is None or not found.person.is_here(today(found.agency))


KINDS = (
    Kind(ACKNOWLEDGE, gettext_noop("A circular to read and acknowledge"), is_done=is_acknowledged),
    Kind(WITHDRAWN, gettext_noop("A circular was withdrawn")),
    Kind(BRIEFING, gettext_noop("A briefing")),
)
