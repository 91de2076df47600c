"""Secrets of other services, sealed with the key that is kept outside the database."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def sealed(plain: str) -> str:
    """Seal a secret; nothing stays nothing."""
    return _sealer().encrypt(plain.encode()).decode() if plain else ""


def opened(kept: str) -> str:
    """Open a secret that was sealed under this key or an earlier one; empty where the key is lost."""
    try:
        return _sealer().decrypt(kept.encode()).decode() if kept else ""
    except InvalidToken:
        return ""


def _sealer() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    folded = (hashlib.sha256(b"prongsai.notices:" + key.encode()).digest() for key in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in folded])
