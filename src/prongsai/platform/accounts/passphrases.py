"""What may be a passphrase. Length and a list of common ones decide; no classes of characters, no yearly change."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator

from prongsai.ita.thai.text import compact, normalise

SHORTEST, LONGEST = 15, 128
_NEW_LETTERS, _SHORTEST_NAME = 8, 3
_FEWEST_LETTERS, _LONGEST_PIECE = 5, 8
_ROWS = (
    "qwertyuiopasdfghjklzxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ",
    "ๆไำพะัีรนยบลฟหกดเ้่าสวงผปแอิืทมใฝ",
    "1234567890",
)
PRODUCT_WORDS = ("prongsai", "โปร่งใส", "ita", "ป.ป.ช.", "passphrase", "password", "รหัสผ่าน")


class Weakness(StrEnum):
    """Why a passphrase is refused."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    REPEATED = "repeated"
    NAMED = "named"


def canonical_passphrase(typed: str) -> str:
    """Give the one spelling that is hashed: however the marks of a Thai word were typed, it is the same passphrase."""
    return normalise(typed).encode("utf-8", "replace").decode("utf-8")


def weakness(typed: str, about: Iterable[str] = ()) -> Weakness | None:
    """Say why a passphrase may not be used, None if it may.

    `about`: names an attacker would try first (of the agency, of the person); the product's own are added. Length
    counts characters after normalising, since 128 bytes would refuse a Thai sentence of 43 letters.
    Source: NIST SP 800-63B-4, OWASP ASVS 5.0 6.2.
    """
    text = canonical_passphrase(typed)
    if len(text) < SHORTEST:
        return Weakness.SHORT
    if len(text) > LONGEST:
        return Weakness.LONG
    core = compact(text)
    if _is_monotonous(core):
        return Weakness.REPEATED
    if _is_common(core):
        return Weakness.COMMON
    return Weakness.NAMED if _adds_little(core, (*about, *PRODUCT_WORDS)) else None


@cache
def common_passphrases() -> frozenset[str]:
    """Give the local list of common passwords, Django's of about 20,000."""
    return frozenset(compact(password) for password in CommonPasswordValidator().passwords)


def _is_monotonous(core: str) -> bool:
    """Say whether it is few letters, a short piece again and again, or a walk along the keyboard or the alphabet."""
    if len(set(core)) < _FEWEST_LETTERS:
        return True
    if any(core == (core[:size] * len(core))[: len(core)] for size in range(1, _LONGEST_PIECE + 1)):
        return True
    walks = [row * 4 for row in _ROWS]
    return any(core in walk or core in walk[::-1] for walk in walks)


def _is_common(core: str) -> bool:
    """Say whether it is a common password, or two of them, with figures and signs between or around."""
    listed = common_passphrases()
    letters = "".join(char for char in core if char.isalpha())
    if {core, letters} & listed:
        return True
    return any(letters[:cut] in listed and letters[cut:] in listed for cut in range(3, len(letters) - 2))


def _adds_little(core: str, names: Iterable[str]) -> bool:
    """Say whether little is left once the names everybody knows, and figures, are taken away."""
    for name in sorted({compact(name) for name in names}, key=len, reverse=True):
        if len(name) >= _SHORTEST_NAME:
            core = core.replace(name, "")
    return sum(not char.isdigit() for char in core) < _NEW_LETTERS
