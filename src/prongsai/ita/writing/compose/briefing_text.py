"""The standing sentences of the briefing pack, as data that an office may change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

BRIEFING_FILE = Path(__file__).parent / "data" / "briefing.yaml"


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """One page: a title, lines (`{agency}` and `{year}` may stand in them), and the name of facts to be shown."""

    title: str
    lines: tuple[str, ...] = ()
    facts: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A question on the pages, and its answer. Never about what to answer in the official surveys."""

    ask: str
    answer: str


@dataclass(frozen=True, slots=True)
class BriefingText:
    """All pages and questions."""

    pages: tuple[BriefingPage, ...]
    questions: tuple[ReviewQuestion, ...]


@lru_cache(maxsize=1)
def load_briefing() -> BriefingText:
    """Give the packaged text."""
    data = yaml.safe_load(BRIEFING_FILE.read_text(encoding="utf-8"))
    return BriefingText(
        pages=tuple(
            BriefingPage(page["title"], tuple(page.get("lines", ())), page.get("facts")) for page in data["pages"]
        ),
        questions=tuple(ReviewQuestion(entry["ask"], entry["answer"]) for entry in data["questions"]),
    )
