"""What the desk can prove; and two sources that break, to show that nobody else suffers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from prongsai.desks.example.models import Talk
from prongsai.ita.evidence import Fact, TopicId
from prongsai.ita.papers.blocks import Block
from prongsai.ita.thai.refusal import Refused

TOPIC = "village-talk"


class TalkEvidence:
    """Says of each talk where it was and how many came."""

    key = "example.talks"
    topics: frozenset[TopicId] = frozenset({TOPIC})

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Give a fact for each talk between two days."""
        for talk in Talk.objects.filter(happened__range=(since, until)):
            sentence = f"จัดเวทีให้ความรู้ที่{talk.village} มีผู้เข้าร่วม {talk.listeners} คน"
            yield Fact(TOPIC, sentence, talk.happened, {"listeners": Decimal(talk.listeners)})

    def content(self, topic: TopicId, agency: str, since: date, until: date) -> Iterable[Block]:
        """Give nothing: a talk fills no item by itself."""
        return ()


class FailingEvidence(TalkEvidence):
    """Refuses, as a desk does whose data are not in order."""

    key = "example.failing"

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Refuse EXAMPLE."""
        raise Refused("EXAMPLE", "ข้อมูลของระบบตัวอย่างยังไม่พร้อม")


class CrashingEvidence(TalkEvidence):
    """Breaks halfway, as software does."""

    key = "example.crashing"

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Give a fact, then crash."""
        yield Fact(TOPIC, "", since)
        raise ZeroDivisionError
