"""E-mail."""

from __future__ import annotations

import smtplib
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from prongsai.platform.accounts.models import User
from prongsai.platform.notices.channels.outcomes import Never, NotAccepted, Unknown
from prongsai.platform.notices.composing import Message


class MailSender:
    """Sends through the mail server of the settings."""

    repeats_safely = False

    def addresses(self, users: Iterable[User]) -> dict[int, str]:
        """Give the address of each account: its own, else its person's."""
        return {user.pk: user.email or (user.person.email if user.person else "") for user in users}

    def send(self, address: str, message: Message, key: UUID) -> None:
        """Send a message. Raises NotAccepted, Unknown, Never."""
        connection = get_connection()
        try:
            connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise NotAccepted("server", stops_channel=True) from error
        letter = EmailMessage(
            message.subject,
            message.text,
            to=[address],
            headers={"Message-ID": f"<{key}@{_domain()}>", "Auto-Submitted": "auto-generated"},
            connection=connection,
        )
        try:
            letter.send()
        except smtplib.SMTPRecipientsRefused as error:
            raise _refusal(max(code for code, _ in error.recipients.values())) from error
        except smtplib.SMTPSenderRefused as error:
            raise NotAccepted("sender", stops_channel=True) from error
        except smtplib.SMTPResponseException as error:
            raise _refusal(error.smtp_code) from error
        except (OSError, smtplib.SMTPException) as error:
            raise Unknown("lost", stops_channel=True) from error
        except ValueError as error:  # an address that no header takes
            raise Never("address") from error
        finally:
            _take_leave(connection)


def _refusal(code: int) -> NotAccepted | Never:
    """Tell a refusal for now (4xx) from one for ever (5xx)."""
    return Never("refused") if code >= 500 else NotAccepted("later")


def _take_leave(connection: BaseEmailBackend) -> None:
    """Close; the message is through or not, whatever happens now."""
    try:
        connection.close()
    except (OSError, smtplib.SMTPException):
        return


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rsplit("@", 1)[-1].rstrip(">") or "localhost"
