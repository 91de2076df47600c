"""Under which issue or indicator a row stands: as the office placed its codes, else by the catalogue, else by topic."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.topics import load_topics
from prongsai.ita.planning.choosing import ITEM_TOPIC, Bundle, indicator_of
from prongsai.ita.planning.drafts import GroupBy


def group_by_of(framework: Framework) -> GroupBy:
    """Say by what the plan of a year is grouped: by issue where the year has issues, else by indicator."""
    return "issue" if framework.issues else "indicator"


def issue_of(
    bundle: Bundle, framework: Framework, results: Framework, placement: Mapping[str, int] | None = None
) -> int | None:
    """Give the issue of a bundle, or None where nobody can tell.

    First comes `placement` (issue by question or item code, as the office decided), then the issues of the analysed
    year by the dearest question, then the proposal of the topic. Lost items go by the topic of complete reports, as
    agencies do not agree where each item stands.
    """
    known = {issue.number for issue in framework.issues}
    for weak in sorted(bundle.weak_points, key=lambda entry: entry is not bundle.dearest):
        if placement and weak.code in placement:
            return placement[weak.code]
    found = results.issue_of_question(bundle.dearest.code) if bundle.dearest.kind == "question" else None
    number = found.number if found else _issue_of_topic(bundle)
    return number if number in known else None


def indicator_of_bundle(bundle: Bundle, results: Framework) -> int | None:
    """Give the indicator of the dearest weak point of a bundle that has one."""
    for weak in sorted(bundle.weak_points, key=lambda entry: entry is not bundle.dearest):
        number = indicator_of(results, weak)
        if number is not None:
            return number
    return None


def _issue_of_topic(bundle: Bundle) -> int | None:
    topic_id = bundle.play.topic if bundle.play else bundle.dearest.topic
    if bundle.dearest.kind == "item":
        topic_id = ITEM_TOPIC
    topic = load_topics().get(topic_id) if topic_id else None
    return topic.default_issue if topic else None
