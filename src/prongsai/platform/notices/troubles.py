"""Why a message did not get through, in words."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

TROUBLES = {
    "server": gettext_noop("The server on the other side cannot be reached or does not answer. It is tried again."),
    "later": gettext_noop("The server on the other side asked to try later."),
    "lost": gettext_noop("The line broke while it was being sent: it may have arrived."),
    "refused": gettext_noop("The other side does not take messages for this address."),
    "address": gettext_noop("The address is not one that e-mail can be sent to."),
    "sender": gettext_noop("The mail server does not take the address of the sender of this installation."),
    "token": gettext_noop("LINE does not accept the access token. A system administrator enters a new one."),
    "quota": gettext_noop("The messages of this month are used up on LINE, or there were too many at once."),
    "off": gettext_noop("This way has been switched off meanwhile."),
}


def explained(trouble: str) -> str:
    """Say a trouble in the language of the page."""
    return gettext(TROUBLES[trouble]) if trouble in TROUBLES else trouble
