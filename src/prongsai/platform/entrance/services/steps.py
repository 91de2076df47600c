"""Second steps of one's own account."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.db import transaction

from prongsai.platform.accounts import second_factor
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.refusals import Refusal, Why


@transaction.atomic
def add_app(*, acting: Acting, secret: str, code: str) -> None:
    """Tie an authenticator app to one's account. Refuses WRONG for a code the app would not show, HELD for a second."""
    if Authenticator.objects.filter(user_id=acting.user.pk, type=Authenticator.Type.TOTP).exists():
        raise Refusal(Why.HELD)
    if second_factor.add_app(acting.user, secret, code) is None:
        raise Refusal(Why.WRONG)
    record(acting, "account.step_added", thing=acting.user, figures={"kind": "app"})


@transaction.atomic
def add_passkey(*, acting: Acting, name: str, credential: dict[str, Any]) -> None:
    """Tie a passkey, already checked against the challenge of this session, to one's account."""
    WebAuthn.add(acting.user, name, credential)
    record(acting, "account.step_added", thing=acting.user, figures={"kind": "passkey"})


@transaction.atomic
def print_codes(*, acting: Acting) -> list[str]:
    """Make a new printed list in place of the old one; it is shown once."""
    codes = second_factor.new_printed_codes(acting.user)
    record(acting, "account.step_added", thing=acting.user, figures={"kind": "list"})
    return codes


@transaction.atomic
def remove_step(*, acting: Acting, authenticator: Authenticator) -> None:
    """Take one second step off one's account. Where the roles demand one, the next page asks to set up another."""
    kind = {"totp": "app", "webauthn": "passkey"}.get(authenticator.type, "list")
    authenticator.delete()
    record(acting, "account.step_removed", thing=acting.user, figures={"kind": kind})
