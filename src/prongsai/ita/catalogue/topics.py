"""Topics: the stable subjects on which questions, OIT items, measures and proof meet, whatever their code this year."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field

from prongsai.ita.catalogue.checking import build_record
from prongsai.ita.catalogue.model import Confidence, Record, TopicId
from prongsai.ita.catalogue.problems import Problem, stop
from prongsai.ita.catalogue.scalars import Text, Whole
from prongsai.ita.catalogue.yaml_source import read_yaml

TOPICS_FILE = Path(__file__).parent / "data" / "topics.yaml"


class Topic(Record):
    """One subject. `default_issue` (1 to 7) proposes the issue under which offices treat it, where one is seen."""

    id: TopicId
    name_th: Text
    name_en: Text
    description: Text
    default_issue: Whole | None = Field(default=None, ge=1, le=7)
    confidence: Confidence | None = None


class TopicList(Record):
    """The file of topics."""

    schema_: Literal["prongsai.topics/1"] = Field(alias="schema")
    topics: tuple[Topic, ...]


@cache
def load_topics() -> dict[str, Topic]:
    """Give all topics by their id, in the order of the file. Raises CatalogueError where the file is bad."""
    return read_topics(TOPICS_FILE.read_text(encoding="utf-8"), TOPICS_FILE.name)


def read_topics(text: str, file: str | None = None) -> dict[str, Topic]:
    """Read a file of topics. Raises CatalogueError (also rule TWICE for an id given twice)."""
    source = read_yaml(text, file)
    listed = build_record(TopicList, source.data, source.places, file)
    topics: dict[str, Topic] = {}
    for n, topic in enumerate(listed.topics):
        if topic.id in topics:
            problem = Problem("TWICE", f"มีเรื่อง {topic.id} มากกว่าหนึ่งครั้ง", ("topics", n, "id"))
            raise stop([problem], source.places, file)
        topics[topic.id] = topic
    return topics
