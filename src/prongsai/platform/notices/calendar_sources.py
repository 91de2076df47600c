"""Days of this room for calendars: what one was told to do by a day, and what one's unit owes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.notices.calendars import CalendarEntry
from prongsai.platform.notices.kinds import kinds
from prongsai.platform.notices.models import Copy, FollowUp, Notice


class DueDays:
    """Due days of notices and follow-ups; each thing once."""

    key = "notices.due"

    def entries(self, acting: Acting, since: date, until: date) -> Iterable[CalendarEntry]:
        """Give what this person is to do between two days."""
        copies = Copy.objects.visible_to(acting).filter(done__isnull=True, notice__due__range=(since, until))
        told = {_key(copy.notice): _of_notice(copy.notice) for copy in copies.select_related("notice").reverse()}
        owed = {f"{one.kind}:{one.thing}": _of_follow_up(one) for one in _owed(acting, since, until)}
        return (told | owed).values()


def _owed(acting: Acting, since: date, until: date) -> Iterable[FollowUp]:
    person = acting.person
    if person is None:
        return ()
    mine = Q(person=person) | Q(person__isnull=True, unit_id=person.unit_id)
    return FollowUp.objects.running().filter(mine, due__range=(since, until))


def _key(notice: Notice) -> str:
    return f"{notice.kind}:{notice.thing}" if notice.thing is not None else f"notice:{notice.pk}"


def _of_notice(notice: Notice) -> CalendarEntry:
    assert notice.due is not None
    return CalendarEntry(
        _key(notice), notice.subject, notice.due, words=notice.words, link=notice.link, sensitive=notice.sensitive
    )


def _of_follow_up(begun: FollowUp) -> CalendarEntry:
    kind = kinds.get(begun.kind)
    sensitive = kind is None or kind.sensitive
    return CalendarEntry(f"{begun.kind}:{begun.thing}", begun.subject, begun.due, link=begun.link, sensitive=sensitive)


SOURCES = (DueDays(),)
