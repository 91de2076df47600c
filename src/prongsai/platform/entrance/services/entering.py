"""Getting in and out."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib.auth import authenticate
from django.db import transaction
from django.http import HttpRequest

from prongsai.platform.accounts import throttle
from prongsai.platform.accounts.models import AccountSession, User
from prongsai.platform.accounts.models.user import fresh_stamp
from prongsai.platform.accounts.names import canonical_login_name
from prongsai.platform.accounts.sessions import hashed
from prongsai.platform.accounts.throttle import Bucket
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.entrance.places import address_of, known_browser
from prongsai.platform.entrance.refusals import Refusal, Why
from prongsai.platform.tenancy.speaker import speaking


def log_in(request: HttpRequest, *, agency: Agency | None, login_name: str, passphrase: str) -> User:
    """Give the account of a name and passphrase. To be called outside a transaction.

    Refuses WRONG, alike for a wrong passphrase, an unknown name and an account that is off; with `wait` when there were
    too many tries: then nothing is compared. Raises `hashing.Busy`.
    """
    user = User.objects.named(login_name, agency)
    buckets = buckets_of(request, agency, login_name, user)
    take(buckets, agency, user)
    entering = authenticate(request, agency=agency, login_name=login_name, passphrase=passphrase)
    if not isinstance(entering, User):
        raise Refusal(Why.WRONG)
    throttle.forgive(buckets)
    return entering


def buckets_of(request: HttpRequest, agency: Agency | None, login_name: str, user: User | None) -> tuple[Bucket, ...]:
    """Give the buckets in which a try with this name, from this place, is counted."""
    typed = f"{agency.code if agency else ''}:{canonical_login_name(login_name)}"
    browser = known_browser(request, user.pk if user else None)
    return throttle.buckets_of_log_in(typed, address=address_of(request), known_browser=browser)


def take(buckets: Sequence[Bucket], agency: Agency | None, user: User | None) -> None:
    """Count a try. Refuses WRONG with `wait`; each time a wait begins the auditor is told."""
    taken = throttle.take(buckets)
    if taken.begins:
        with transaction.atomic(), speaking(agency.pk if agency else None, actor="nobody"):
            record("nobody", "account.tries_slowed", thing=user or "", figures={"seconds": taken.begins})
    if taken.wait:
        raise Refusal(Why.WRONG, taken.wait)


@transaction.atomic
def note_entry(user: User, *, by_link: bool = False) -> None:
    """Record that an account got in."""
    actor = f"{'link' if by_link else 'user'}:{user.pk}"
    with speaking(user.agency_id, actor=actor):
        record(actor, "account.entered", thing=user)


def end_everything(user: User) -> None:
    """Kill every session and personal link of an account, wherever it is, at the next request."""
    user.access_stamp = fresh_stamp()
    user.save(update_fields=["access_stamp"])
    AccountSession.objects.filter(user=user).delete()


def end_other_sessions(user: User, session_key: str | None) -> int:
    """End the sessions of an account but for the one that asks; give how many."""
    ended, _ = AccountSession.objects.filter(user=user).exclude(session_key=hashed(session_key)).delete()
    return ended
