"""What one wishes for oneself: how to be told, the own LINE, the own calendar address."""

from __future__ import annotations

import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.notices.models import Feed, LineLink, LinkingCode, Preference

LETTERS, DIGITS = "ABCDEFGHJKMNPQRSTUVWXYZ", "23456789"
CODE_LENGTH = 6


@transaction.atomic
def set_preference(*, acting: Acting, agency: Agency, by_mail: bool, by_line: bool, rhythm: str, quiet: str) -> None:
    """Remember how somebody wishes to be told."""
    told: dict[str, bool | str] = {"by_mail": by_mail, "by_line": by_line, "rhythm": rhythm, "quiet": quiet}
    Preference.objects.update_or_create(agency=agency, user=acting.user, defaults=told)
    record(acting, "notice.wishes_changed", thing=acting.user, figures=told)


@transaction.atomic
def make_linking_code(*, acting: Acting, agency: Agency) -> str:
    """Make a code that links the LINE of whoever sends it to this account, once, in 15 minutes. Earlier ones end."""
    code = _fresh_code()
    LinkingCode.objects.filter(user=acting.user).delete()
    LinkingCode.objects.create(agency=agency, user=acting.user, code_hash=hash_of_code(code), made=timezone.now())
    return code


def hash_of_code(code: str) -> str:
    """Give what is kept of a code: with a key, since six characters could be tried out."""
    return salted_hmac("prongsai.line-code", code, algorithm="sha256").hexdigest()


def _fresh_code() -> str:
    """Give six characters that are not mistaken for one another, with a digit among them and a letter."""
    while True:
        code = "".join(secrets.choice(LETTERS + DIGITS) for _ in range(CODE_LENGTH))
        if not code.isalpha() and not code.isdecimal():
            return code


@transaction.atomic
def unlink_line(*, acting: Acting) -> None:
    """Forget one's LINE."""
    if LineLink.objects.filter(user=acting.user).delete()[0]:
        record(acting, "line.unlinked", thing=acting.user)


@transaction.atomic
def make_feed(*, acting: Acting, agency: Agency) -> str:
    """Make a secret calendar address and give its token, which is shown once; an earlier address ends."""
    token = secrets.token_urlsafe(24)
    told = {"token_hash": hash_of_token(token), "made": timezone.now(), "last_read": None}
    feed, _ = Feed.objects.update_or_create(agency=agency, user=acting.user, defaults=told)
    record(acting, "calendar_address.made", thing=feed)
    return token


@transaction.atomic
def withdraw_feed(*, acting: Acting) -> None:
    """End one's calendar address."""
    for feed in Feed.objects.filter(user=acting.user):
        record(acting, "calendar_address.withdrawn", thing=feed)
        feed.delete()


def hash_of_token(token: str) -> str:
    """Give what is kept of a token. It is random enough to need no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
