"""Telling people something."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeAlias

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext

from prongsai.ita.thai import normalise, single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.calendar.today import today
from prongsai.platform.notices.composing import SOMETHING_NEW
from prongsai.platform.notices.kinds import Kind, kinds
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.models import Copy, Notice
from prongsai.platform.notices.outbox import put_out
from prongsai.platform.notices.services.speaking_agency import actor_of, speaking_agency

Recipient: TypeAlias = Person | Unit | User
Words: TypeAlias = str | Promise
LONGEST_SUBJECT = 200


@transaction.atomic
def notify(
    *,
    to: Recipient | Sequence[Recipient],
    kind: str,
    by: Acting | str,
    subject: Words = "",
    words: Words = "",
    link: Link | None = None,
    thing: int | None = None,
    due: date | None = None,
) -> Notice:
    """Tell people something: stored for each of them now, sent later where they wish it. The agency speaks.

    `to`: persons, accounts, whole units (everybody who works there). `kind` is named by a room (`notice_kinds.py`).
    `subject` (200 characters, longer ones are cut) and `words` are said in the language of the office: give lazy
    translations. `thing` is the number of what it is about, in its room; `settle(kind=..., thing=...)` ends it.

    Raises ValueError for an unknown kind, for a link to no page of ours, for a sensitive kind with words, and for
    another kind without a subject.
    """
    named, agency = kinds[kind], speaking_agency()
    if link and not link.path():
        raise ValueError(f"no page of ours: {link.url_name}")
    recipients = [to] if isinstance(to, models.Model) else list(to)
    said = say(named, subject, words)
    notice = Notice.objects.create(
        agency=agency,
        kind=kind,
        subject=said[0],
        words=said[1],
        url_name=link.url_name if link else "",
        url_args=dict(link.args) if link else {},
        thing=thing,
        unit=next((one for one in recipients if isinstance(one, Unit)), None) if len(recipients) == 1 else None,
        due=due,
        urgent=named.urgent,
        sensitive=named.sensitive,
        made=timezone.now(),
        made_by=actor_of(by),
    )
    copies = [Copy(agency=agency, notice=notice, **owner) for owner in _owners(recipients, agency)]
    put_out(notice, Copy.objects.bulk_create(copies), agency)
    return notice


def say(kind: Kind, subject: Words, words: Words) -> tuple[str, str]:
    """Give subject and words in the language of the office; of a sensitive kind only that there is something new."""
    if kind.sensitive:
        if subject or words:
            raise ValueError(f"{kind.key} is sensitive: nothing of it is written into a notice")
        with translation.override(settings.LANGUAGE_CODE):
            return gettext(SOMETHING_NEW), ""
    with translation.override(settings.LANGUAGE_CODE):
        told, text = single_line(normalise(str(subject))), normalise(str(words)).strip()
    if not told:
        raise ValueError("a notice has a subject")
    return told if len(told) <= LONGEST_SUBJECT else f"{told[: LONGEST_SUBJECT - 1]}…", text


def _owners(recipients: Iterable[Recipient], agency: Agency) -> list[dict[str, int]]:
    """Name who gets a copy, each once: a person where there is one, else the account."""
    owners: dict[tuple[str, int], None] = {}
    for recipient in recipients:
        if isinstance(recipient, Unit):
            owners |= {("person_id", number): None for number in people_of(recipient, agency)}
        elif isinstance(recipient, Person):
            owners["person_id", recipient.pk] = None
        elif recipient.person_id:
            owners["person_id", recipient.person_id] = None
        else:
            owners["user_id", recipient.pk] = None
    return [{name: number} for name, number in owners]


def people_of(unit: Unit, agency: Agency) -> Sequence[int]:
    """Give the numbers of those who work in a unit today."""
    return list(Person.objects.here(today(agency)).filter(unit=unit).values_list("pk", flat=True))
