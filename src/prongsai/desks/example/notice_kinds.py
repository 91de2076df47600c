"""What the example desk tells about."""

from django.utils.translation import gettext_noop

from prongsai.desks.example.models import Talk
from prongsai.platform.notices.kinds import Kind


def has_listeners(talk: int) -> bool:
    """Say whether it was written down how many came."""
    return Talk.objects.filter(pk=talk, listeners__gt=0).exists()


KINDS = (
    Kind("example.news", gettext_noop("News of talks in villages")),
    Kind("example.count_listeners", gettext_noop("How many came to a talk"), is_done=has_listeners),
    Kind("example.sealed", gettext_noop("A confidential matter"), sensitive=True),
    Kind("example.warning", gettext_noop("A talk is called off"), urgent=True),
)
