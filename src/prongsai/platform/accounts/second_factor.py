"""The second step of a log-in: an app's code, a passkey, or a printed list of codes."""

from __future__ import annotations

from collections.abc import Collection

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.db import transaction

from prongsai.ita.thai.digits import to_arabic
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.accounts.separation import WITH_SECOND_FACTOR


def is_required(user: User, roles: Collection[Role]) -> bool:
    """Say whether the roles demand a second step. A demonstration does without, and its pages say so."""
    if user.agency is not None and user.agency.is_demo and not settings.DEMO_NEEDS_SECOND_FACTOR:
        return False
    return not WITH_SECOND_FACTOR.isdisjoint(roles)


def is_set_up(user: User) -> bool:
    """Say whether the account has any second step; a printed list alone is one."""
    return bool(Authenticator.objects.filter(user_id=user.pk).exists())


def spend_code(user: User, typed: str) -> Authenticator | None:
    """Check a typed code of the app or of the printed list, and use it up: each works once. None if it is not right."""
    code = "".join(to_arabic(typed).split()).replace("-", "")
    if not code.isascii() or not code.isdigit():
        return None
    with transaction.atomic():
        held = Authenticator.objects.select_for_update().filter(user_id=user.pk)
        for authenticator in held.exclude(type=Authenticator.Type.WEBAUTHN).order_by("pk"):
            spend = _spend_totp if authenticator.type == Authenticator.Type.TOTP else _spend_printed
            if spend(authenticator, code):
                return authenticator
    return None


def add_app(user: User, secret: str, typed: str) -> Authenticator | None:
    """Tie an authenticator app to the account if the code it shows is right; that code is used up. None if not."""
    counter = _counter_of(secret, "".join(to_arabic(typed).split()))
    if counter is None:
        return None
    authenticator: Authenticator = totp.TOTP.activate(user, secret).instance
    authenticator.data["last_counter"] = counter
    authenticator.save(update_fields=["data"])
    return authenticator


def new_printed_codes(user: User) -> list[str]:
    """Make a new printed list, in place of the old one. It is shown once."""
    Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES).delete()
    codes: list[str] = RecoveryCodes.activate(user).get_unused_codes()
    return codes


def printed_codes_left(user: User) -> int | None:
    """Say how many codes of the printed list are unused, None if there is no list."""
    kept = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(RecoveryCodes(kept).get_unused_codes()) if kept else None


def _spend_totp(authenticator: Authenticator, code: str) -> bool:
    """Take a code for a moment later than that of the last one taken: allauth alone forgets it too early."""
    counter = _counter_of(totp.decrypt(authenticator.data["secret"]), code)
    if counter is None or counter <= authenticator.data.get("last_counter", -1):
        return False
    authenticator.data["last_counter"] = counter
    authenticator.save(update_fields=["data"])
    authenticator.record_usage()
    return True


def _spend_printed(authenticator: Authenticator, code: str) -> bool:
    right: bool = RecoveryCodes(authenticator).validate_code(code)
    if right:
        Authenticator.objects.get(pk=authenticator.pk).record_usage()
    return right


def _counter_of(secret: str, code: str) -> int | None:
    """Give the half minute a code is for, within half a minute of now."""
    for counter in totp.yield_hotp_counters_from_time():
        if totp.compare_user_code(actual=code, expected=totp.format_hotp_value(totp.hotp_value(secret, counter))):
            return int(counter)
    return None


def remove_all(user: User) -> None:
    """Take every second step off an account, as when a telephone was lost."""
    Authenticator.objects.filter(user_id=user.pk).delete()
