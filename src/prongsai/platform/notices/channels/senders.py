"""Which ways out are open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from django.conf import settings

from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.channels.line import LineSender, client_of_speaker
from prongsai.platform.notices.channels.mail import MailSender
from prongsai.platform.notices.composing import Message
from prongsai.platform.notices.models import Channel, Preference


class Sender(Protocol):
    """A way out, ready to send. Addresses are asked for in the scope of the agency; sending needs no database."""

    @property
    def repeats_safely(self) -> bool:
        """Whether a message whose fate is unknown may be sent again with its key and arrives once."""
        ...

    def addresses(self, users: Iterable[User]) -> dict[int, str]:
        """Give addresses by account; one that has none may be left out."""
        ...

    def send(self, address: str, message: Message, key: UUID) -> None:
        """Send, or raise a Failure."""
        ...


def senders_of(agency: Agency) -> dict[str, Sender]:
    """Give the ways that are switched on for the agency that speaks. All are off until somebody sets them up.

    A demonstration sends nothing: its people are invented.
    """
    senders: dict[str, Sender] = {}
    if agency.is_demo:
        return senders
    if settings.MAIL_CONFIGURED:
        senders[Channel.MAIL] = MailSender()
    if client := client_of_speaker():
        senders[Channel.LINE] = LineSender(client)
    return senders


def wished(preference: Preference) -> frozenset[str]:
    """Give the channels that somebody wishes."""
    wishes: dict[str, bool] = {Channel.MAIL: preference.by_mail, Channel.LINE: preference.by_line}
    return frozenset(channel for channel, wish in wishes.items() if wish)
