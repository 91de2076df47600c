"""What the register proves: what was put up for a topic, where, since when, and when it was last seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from prongsai.ita.evidence import Fact, TopicId
from prongsai.ita.papers.blocks import Block, Heading
from prongsai.registers.placements.models import Placement, Sighting, Topic
from prongsai.registers.placements.papers import standing_table
from prongsai.registers.placements.sheet import KIND_WORDS, TOPIC_WORDS


class PlacementEvidence:
    """Speaks on every topic for which something may be put up."""

    key = "placements.hanging"
    topics: frozenset[TopicId] = frozenset(Topic.values)

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Give a fact for each thing put up between two days, and one for each photograph taken of it."""
        put_up = Placement.objects.exclude(topic="").filter(since__range=(since, until)).select_related("place")
        for placement in put_up:
            yield _fact(placement, placement.since, f"ติดตั้ง{_words(placement)}")
        seen = Sighting.objects.exclude(placement__topic="").filter(day__range=(since, until), photographs__gt=0)
        for sighting in seen.select_related("placement__place"):
            if sighting.day > sighting.placement.since:
                yield _fact(sighting.placement, sighting.day, f"ตรวจพบและถ่ายภาพ{_words(sighting.placement)}")

    def content(self, topic: TopicId, agency: str, since: date, until: date) -> Iterable[Block]:
        """Give the table of what hung at the end of the period for a topic."""
        if topic not in self.topics:
            return ()
        hung = Placement.objects.filter(topic=topic, since__lte=until).select_related("place", "unit")
        standing = [one for one in hung if one.ended is None or one.ended > until]
        return (Heading(f"จุดติดตั้งเพื่อ{TOPIC_WORDS[Topic(topic)]}"), standing_table(standing))


def _words(placement: Placement) -> str:
    return f"{KIND_WORDS[placement.kind]} เรื่อง {placement.title} ที่ {placement.place}"


def _fact(placement: Placement, day: date, sentence: str) -> Fact:
    return Fact(placement.topic, sentence, day, {"placements": Decimal(1)}, link=placement.get_absolute_url())
