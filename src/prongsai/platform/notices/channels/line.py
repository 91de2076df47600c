"""LINE."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from prongsai.platform.accounts.models import User
from prongsai.platform.notices.channels.line_client import LineClient
from prongsai.platform.notices.composing import Message
from prongsai.platform.notices.models import LineAccount, LineLink


@dataclass(frozen=True, slots=True)
class LineSender:
    """Sends through the official account of an agency."""

    client: LineClient
    repeats_safely: bool = True

    def addresses(self, users: Iterable[User]) -> dict[int, str]:
        """Give the name by which LINE knows the owner of each linked account."""
        return dict(LineLink.objects.filter(user__in=list(users)).values_list("user_id", "line_user"))

    def send(self, address: str, message: Message, key: UUID) -> None:
        """Send a message. Raises NotAccepted, Unknown, Never."""
        self.client.push(address, message.text, key)


def client_of_speaker() -> LineClient | None:
    """Give the client of the agency that speaks, None where LINE is off."""
    account = LineAccount.objects.first()
    return LineClient(settings.LINE_API, account.token) if account and account.is_ready else None
