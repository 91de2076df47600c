"""The code with which somebody follows a case without an account.

Sixteen letters and digits that nobody mistakes for one another: the first three find the case (kept in clear), the
other thirteen open it (61 bits). Kept is only their keyed hash, with the key outside the database: a copy of the
database alone opens nothing, and no slow hash is needed on a page that many ask for.
"""

from __future__ import annotations

import hmac
import secrets

from django.conf import settings
from django.utils.crypto import salted_hmac

from prongsai.ita.thai import to_arabic

LETTERS = "23456789ACDEFHJKMNPQRTUWXY"
LENGTH, PREFIX, GROUP = 16, 3, 4
_PARTING = str.maketrans("", "", " \t\r\n\u00a0\u200b-–—‐‑_.")


def fresh_code() -> str:
    """Give a code at random."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def code_of_form(key: str) -> str:
    """Give the code that belongs to one shown form: the same form sent again gets the same slip.

    The key of a form is random (122 bits); without the key of the installation no code follows from it.
    """
    number = int.from_bytes(salted_hmac("prongsai.cases.code", key, algorithm="sha256").digest())
    letters = []
    for _ in range(LENGTH):
        number, letter = divmod(number, len(LETTERS))
        letters.append(LETTERS[letter])
    return "".join(letters)


def read_code(typed: str) -> str:
    """Give a code as it is kept, however it was typed; empty where it can be none."""
    code = to_arabic(typed[:80]).translate(_PARTING).upper()
    return code if len(code) == LENGTH and set(code) <= set(LETTERS) else ""


def in_groups(code: str) -> str:
    """Write a code for a slip: `2A7K-9MPQ-TWXY-3456`."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def hash_of(code: str, *, key: str | None = None) -> str:
    """Give what is kept of a code."""
    return salted_hmac("prongsai.cases.hash", code, secret=key, algorithm="sha256").hexdigest()


def fits(code: str, kept: str) -> bool:
    """Say whether a code is the one whose hash is kept, under this key of the installation or an earlier one."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    tried = [hmac.compare_digest(hash_of(code, key=key), kept) for key in keys]  # all of them, in the same time
    return any(tried)
