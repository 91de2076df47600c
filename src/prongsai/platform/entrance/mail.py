"""A one-time code by e-mail, only where the account has an address and the installation a mail server."""

from __future__ import annotations

from django.conf import settings

from prongsai.platform.accounts.models import User


def mail_can_be_sent() -> bool:
    """Say whether this installation sends e-mail at all."""
    return bool(getattr(settings, "MAIL_CONFIGURED", False))


def send_code_later(user: User) -> None:
    """Have the queue make a code and send it: the page that asked does not wait for a mail server."""
    from prongsai.platform.entrance.tasks import send_code, send_installation_code  # noqa: PLC0415 tasks need the queue
    from prongsai.platform.jobs.queue import later  # noqa: PLC0415

    if user.agency_id:
        later(send_code, agency=user.agency_id, user=user.pk)
    else:
        later(send_installation_code, installation=True, user=user.pk)
