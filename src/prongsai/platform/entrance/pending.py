"""What is remembered between the first step of a log-in and the second."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from prongsai.platform.accounts.models import User

_STAMP = "entering_stamp"


def remember(request: HttpRequest, user: User) -> None:
    """Note how the account stands at the moment of the first step."""
    request.session[_STAMP] = user.get_session_auth_hash()


def is_still_the_same(request: HttpRequest, user: User | None) -> bool:
    """Say whether nothing happened to the account since: no new passphrase, no other role, not switched off."""
    stamp = str(request.session.get(_STAMP, ""))
    return user is not None and user.may_enter and constant_time_compare(stamp, user.get_session_auth_hash())
