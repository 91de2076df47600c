"""The code of an invitation: the number of the adviser's agency, then sixteen figures at random (53 bits).

It opens nothing by itself: who spends it is logged in as an administrator or executive of an agency, and spends it
once. Kept is only its keyed hash.
"""

from __future__ import annotations

import re
from datetime import date

from django.conf import settings
from django.utils.crypto import salted_hmac

from prongsai.ita.thai import to_arabic
from prongsai.office.advice.models import Invitation

FIGURES, GROUP, MOST = 16, 4, 18


def secret_of_form(key: str) -> str:
    """Give the sixteen figures that belong to one shown form: the same form sent again makes no second invitation.

    The key of a form is random (122 bits); without the key of the installation no figures follow from it.
    """
    number = int.from_bytes(salted_hmac("prongsai.advice.code", key, algorithm="sha256").digest())
    return f"{number % 10**FIGURES:0{FIGURES}d}"


def written(office: int, secret: str) -> str:
    """Write a code for a slip: `12-4821-9930-1157-0042`."""
    return "-".join([str(office), *(secret[start : start + GROUP] for start in range(0, FIGURES, GROUP))])


def read(typed: str) -> tuple[int, str] | None:
    """Give the agency and the secret of a code, however it was typed; None where it can be none."""
    figures = re.sub(r"[\s\-‐-―.]", "", to_arabic(typed[:80]))
    if not re.fullmatch(rf"[0-9]{{{FIGURES + 1},{FIGURES + MOST}}}", figures):
        return None
    return int(figures[:-FIGURES]), figures[-FIGURES:]


def hash_of(secret: str, *, key: str | None = None) -> str:
    """Give what is kept of a secret."""
    return salted_hmac("prongsai.advice.invitation", secret, secret=key, algorithm="sha256").hexdigest()


def find_invitation(secret: str, on: date, *, locked: bool = False) -> Invitation | None:
    """Give the open invitation of a secret, of the agency that speaks."""
    hashes = [hash_of(secret, key=key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    found = Invitation.objects.open(on).filter(code_hash__in=hashes)
    return (found.select_for_update() if locked else found).first()
