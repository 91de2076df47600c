"""Secrets of second steps, sealed with the key kept outside the database."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings

from prongsai.platform.accounts.models import User


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """How allauth keeps and names second steps here."""

    def encrypt(self, text: str) -> str:
        """Seal a secret: a copy of the database alone opens no account."""
        return _sealer().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret, sealed under this key or an earlier one."""
        return _sealer().decrypt(encrypted_text.encode()).decode()

    def is_mfa_enabled(self, user: User, types: Any = None) -> bool:  # noqa: ARG002 any kind counts
        """Say whether a second step is asked at log-in: a printed list alone counts too."""
        return bool(super().is_mfa_enabled(user))

    def _get_user_identifier(self, user: User) -> str:
        return user.username

    def _get_site_name(self) -> str:
        return "Prongsai"

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: the audit log and the page of one's own log-ins tell."""


def _sealer() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_fernet_key(key)) for key in keys])


def _fernet_key(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"prongsai.second-factor:" + key.encode()).digest())
