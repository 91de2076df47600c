"""Who read a policy by a circular, or heard of it at a briefing, as the register of policies asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from prongsai.platform.notices.links import Link
from prongsai.registers.circulars.models import Attendee, Briefing, Circular, Receiver


class ReadByCirculars:
    """Receivers of circulars that hold, and who was asked to briefings that were held."""

    def told(self, links: Iterable[Link], until: date) -> Mapping[int, bool]:
        """Give, by persons' numbers, whether they acknowledged, or came, by a day (that day included)."""
        pages, found = tuple(links), dict[int, bool]()
        circulars = Circular.objects.sent().filter(pk__in=_numbers(pages, "circular"), sent__lte=until)
        for person, day in Receiver.objects.filter(circular__in=circulars).values_list("person", "acknowledged"):
            found[person] = found.get(person, False) or bool(day and day <= until)
        briefings = Briefing.objects.held().filter(pk__in=_numbers(pages, "briefing"), day__lte=until)
        for person, came in Attendee.objects.filter(briefing__in=briefings).values_list("person", "came"):
            found[person] = found.get(person, False) or bool(came)
        return found


def _numbers(links: Iterable[Link], name: str) -> list[int]:
    return [int(link.args[name]) for link in links if link.url_name == name]
