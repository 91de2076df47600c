"""Topics: stable ids with Thai names, each given once."""

import re

import pytest

from prongsai.ita.catalogue import CatalogueError, load_topics
from prongsai.ita.catalogue.topics import read_topics

HEAD = "schema: prongsai.topics/1\ntopics:\n"
ENTRY = "  - {id: a-topic, name_th: หนึ่ง, name_en: One, description: สิ่งหนึ่ง}\n"


def test_every_topic_has_thai_and_english_names_that_differ() -> None:
    topics = load_topics().values()
    assert 40 <= len(topics) <= 60
    for names in ({topic.name_th for topic in topics}, {topic.name_en for topic in topics}):
        assert len(names) == len(topics)
    assert all(re.search("[ก-๙]", topic.name_th) and re.search("[ก-๙]", topic.description) for topic in topics)


def test_a_proposed_issue_is_only_of_low_confidence() -> None:
    for topic in load_topics().values():
        assert topic.confidence == (None if topic.default_issue is None else "low"), topic.id


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("TWICE", HEAD + ENTRY + ENTRY),
        ("CODE", HEAD + ENTRY.replace("a-topic", "A topic")),
        ("RANGE", HEAD + ENTRY.replace("}", ", default_issue: 8}")),
        ("MISSING", HEAD + ENTRY.replace("name_en: One, ", "")),
        ("FIELD", HEAD + ENTRY.replace("}", ", code: I1}")),
        ("CHOICE", ENTRY.join(["schema: prongsai.topics/2\ntopics:\n", ""])),
    ],
)
def test_a_bad_list_of_topics_stops(rule: str, text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_topics(text, "topics.yaml")
    assert caught.value.rule == rule
    assert caught.value.place.row is not None
