"""What LINE tells us: somebody sent a linking code, or blocked the account."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from prongsai.ita.thai import compact, to_arabic
from prongsai.platform.accounts import throttle
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.jobs.queue import later
from prongsai.platform.notices.models import LineAccount, LineLink, LineSignal, LinkingCode
from prongsai.platform.notices.services.wishes import CODE_LENGTH, DIGITS, LETTERS, hash_of_code

LINKED, UNKNOWN, WAIT = "linked", "unknown", "wait"
MOST_EVENTS = 100
OLDEST = timedelta(days=3)
"""An event older than this is a repetition: LINE tries again for hours, and ours are remembered for seven days."""


def is_signed(secret: str, body: bytes, signature: str) -> bool:
    """Say whether LINE signed the body: HMAC-SHA256 under the channel secret, in base64, compared in constant time."""
    if not secret:
        return False
    right = base64.b64encode(hmac.new(secret.encode(), body, hashlib.sha256).digest())
    return hmac.compare_digest(right, signature.encode("utf-8", "replace"))


@transaction.atomic
def receive(agency: Agency, body: bytes, signature: str) -> bool:
    """Take what was posted to the webhook of an agency, which speaks. Give False where LINE did not sign it.

    Raises ValueError for a signed body that is no list of events.
    """
    account = LineAccount.objects.filter(on=True).first()
    if account is None or not is_signed(account.secret, body, signature):
        return False
    told = json.loads(body)
    events = told.get("events", []) if isinstance(told, dict) else None
    if not isinstance(events, list):
        raise ValueError("no list of events")
    for event in events[:MOST_EVENTS]:
        if isinstance(event, dict) and _is_new(event, agency):
            _take(event, agency)
    return True


def _is_new(event: Mapping[str, Any], agency: Agency) -> bool:
    """Remember an event; False where it was told before, or is too old to say."""
    name, moment = event.get("webhookEventId"), event.get("timestamp")
    if not isinstance(name, str) or not isinstance(moment, int) or not 0 < len(name) <= 64:
        return False
    if not -OLDEST < timezone.now() - datetime.fromtimestamp(min(moment, 2**42) / 1000, UTC) < OLDEST:
        return False
    if LineSignal.objects.filter(event=name).exists():
        return False
    LineSignal.objects.bulk_create([LineSignal(agency=agency, event=name, told=timezone.now())], ignore_conflicts=True)
    return True


def _take(event: Mapping[str, Any], agency: Agency) -> None:
    source = event.get("source")
    line_user = source.get("userId") if isinstance(source, dict) and source.get("type") == "user" else None
    if not isinstance(line_user, str) or not 0 < len(line_user) <= 64:
        return  # groups and rooms are none of ours
    if event.get("type") == "unfollow":
        _forget(line_user)
    message = event.get("message")
    if event.get("type") == "message" and isinstance(message, dict):
        code = code_in(message.get("text"))
        if code:
            _answer(event, link_by_code(line_user, code, agency), agency)


def code_in(text: object) -> str | None:
    """Give the linking code a text consists of, None for all else: citizens write to the account too, undisturbed."""
    if not isinstance(text, str) or len(text) > 4 * CODE_LENGTH:
        return None
    code = to_arabic(compact(text)).replace("-", "").upper()
    fits = len(code) == CODE_LENGTH and set(code) <= set(LETTERS + DIGITS)
    return code if fits and not code.isalpha() and not code.isdecimal() else None


def link_by_code(line_user: str, code: str, agency: Agency) -> str:
    """Link a LINE to the account that was shown this code: gives LINKED, UNKNOWN, or WAIT after too many tries."""
    key = salted_hmac("prongsai.throttle", f"line\x1f{agency.pk}\x1f{line_user}", algorithm="sha256").hexdigest()
    bucket = throttle.Bucket(key)
    if throttle.take([bucket]).wait:
        return WAIT
    found = LinkingCode.objects.usable().select_for_update(of=("self",)).filter(code_hash=hash_of_code(code)).first()
    if found is None or not found.user.may_enter:
        return UNKNOWN
    throttle.forgive([bucket])
    found.used = timezone.now()
    found.save(update_fields=["used"])
    told = {"line_user": line_user, "since": timezone.now()}
    LineLink.objects.update_or_create(agency=agency, user=found.user, defaults=told)
    record(f"user:{found.user_id}", "line.linked", thing=found.user)
    return LINKED


def _forget(line_user: str) -> None:
    """Forget the LINE of somebody who blocked the account: nothing can be sent there."""
    for link in LineLink.objects.select_related("user").filter(line_user=line_user):
        record("nobody", "line.unlinked", thing=link.user)
        link.delete()


def _answer(event: Mapping[str, Any], answer: str, agency: Agency) -> None:
    """Have the queue answer: LINE waits for us meanwhile, and we never for LINE."""
    from prongsai.platform.notices.tasks import answer_line  # noqa: PLC0415 tasks import this room's services

    token = event.get("replyToken")
    if isinstance(token, str) and 0 < len(token) <= 200:
        kept = LineSignal.objects.get(event=event["webhookEventId"])
        kept.answer, kept.reply_token = answer, token
        kept.save(update_fields=["answer", "reply_token"])
        later(answer_line, agency=agency.pk, event=kept.pk)
