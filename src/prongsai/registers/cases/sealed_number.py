"""Citizen numbers, sealed with the key kept outside the database."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def seal(number: str) -> str:
    """Seal a number; an empty one stays empty."""
    return _sealer().encrypt(number.encode()).decode() if number else ""


def unseal(sealed: str) -> str:
    """Open a sealed number; empty where its key is gone."""
    try:
        return _sealer().decrypt(sealed.encode()).decode() if sealed else ""
    except InvalidToken:
        return ""


def _sealer() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([Fernet(_fernet_key(key)) for key in keys])


def _fernet_key(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(b"prongsai.cases:" + key.encode()).digest())
