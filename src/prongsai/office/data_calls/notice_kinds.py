"""What this room tells people about."""

from django.utils.translation import gettext_noop

from prongsai.office.data_calls.models import CalledItem
from prongsai.platform.notices.kinds import Kind

ASKED = "data_calls.asked"
RETURNED = "data_calls.returned"


def _is_done(addressee: int) -> bool:
    return not CalledItem.objects.owed().filter(addressee=addressee).exists()


KINDS = (
    Kind(ASKED, gettext_noop("Data asked for the assessment"), is_done=_is_done),
    Kind(RETURNED, gettext_noop("Data returned for changes")),
)
