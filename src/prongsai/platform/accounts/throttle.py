"""Guessing is slowed, and nobody can lock another out.

Tries are counted per account *and place*: a browser that was logged in before counts by itself (a signed cookie names
it), any other by its network address. Five tries, then a minute; each further five doubles the wait, up to a quarter of
an hour. Strangers' tries from everywhere are counted together as well, a hundred before a wait, so that many machines
guess no faster; who comes with a known browser never waits for them. Unknown names are counted alike.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from prongsai.platform.accounts.models import Attempts

FREE, STRANGERS_FREE = 5, 100
FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(minutes=15)
FORGOTTEN_AFTER, CLOCK_SLACK = timedelta(days=1), timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Bucket:
    """Where a try is counted, and how many are free before the first wait."""

    key: str
    free: int = FREE


def buckets_of_log_in(account: str, *, address: str, known_browser: str | None) -> tuple[Bucket, ...]:
    """Give the buckets of a try. `account` is the agency and the name as typed, whether it exists or not."""
    if known_browser:
        return (Bucket(_key("browser", account, known_browser)),)
    return (
        Bucket(_key("address", account, network_of(address))),
        Bucket(_key("strangers", account), STRANGERS_FREE),
    )


def bucket_of_second_step(user_pk: int) -> Bucket:
    """Give the bucket of codes typed after the right passphrase."""
    return Bucket(_key("second-step", str(user_pk)))


def bucket_of_proof(user_pk: int) -> Bucket:
    """Give the bucket of passphrases asked again inside a session."""
    return Bucket(_key("proof", str(user_pk)))


def bucket_of_requests(address: str) -> Bucket:
    """Give the bucket of requests for a new passphrase from one place."""
    return Bucket(_key("request", network_of(address)))


def bucket_of_visitors(what: str, agency: int, address: str, *, free: int) -> Bucket:
    """Give the bucket of what visitors without an account do on the pages of an agency, from one place."""
    return Bucket(_key("visitors", what, str(agency), network_of(address)), free)


def network_of(address: str) -> str:
    """Give the place an address stands for: itself, or for IPv6 the /64 a household has."""
    try:
        known = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network((known, 64), strict=False)) if known.version == 6 else str(known)


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of asking for a try: how long to wait instead (zero: it may be made), and the wait it began, if any."""

    wait: timedelta = timedelta()
    begins: int = 0


@transaction.atomic
def take(buckets: Sequence[Bucket]) -> Taken:
    """Count a try before it is made, so that many at once count as many. A try told to wait counts nothing."""
    keys = sorted(bucket.key for bucket in buckets)
    Attempts.objects.bulk_create([Attempts(key=key, last=timezone.now()) for key in keys], ignore_conflicts=True)
    rows = Attempts.objects.select_for_update().order_by("key").in_bulk(keys)
    now = timezone.now()  # after the wait for the rows: else a try just counted seems to come from the future
    if wait := max(_wait(rows[bucket.key], now) for bucket in buckets):
        return Taken(wait=wait)
    waits = [_count(rows[bucket.key], bucket.free, now) for bucket in buckets]
    _forget_old(now)
    return Taken(begins=int(max(waits).total_seconds()))


def forgive(buckets: Sequence[Bucket]) -> None:
    """Forget the tries once the right passphrase came."""
    Attempts.objects.filter(key__in=[bucket.key for bucket in buckets]).delete()


def _wait(row: Attempts, now: datetime) -> timedelta:
    """Give the rest of the wait. One longer than the longest comes from a clock that was set back: it is void."""
    left = (row.closed_until or now) - now
    return left if timedelta() < left <= LONGEST_WAIT else timedelta()


def _count(row: Attempts, free: int, now: datetime) -> timedelta:
    """Count a try and give the wait that stands after it: none while there are free ones."""
    if not -CLOCK_SLACK <= now - row.last <= FORGOTTEN_AFTER:
        row.failures = 0
    row.failures += 1
    row.last = now
    doublings = min(row.failures // free - 1, 10)
    wait = min(FIRST_WAIT * 2**doublings, LONGEST_WAIT) if row.failures % free == 0 else timedelta()
    row.closed_until = now + wait if wait else None
    row.save()
    return wait


def _forget_old(now: datetime) -> None:
    old = Attempts.objects.filter(last__lt=now - FORGOTTEN_AFTER).values("key")[:100]
    Attempts.objects.filter(key__in=old).delete()


def _key(*parts: str) -> str:
    return salted_hmac("prongsai.throttle", "\x1f".join(parts), algorithm="sha256").hexdigest()
