"""The words that desks and the office share: facts, sources of facts, topics."""

from prongsai.ita.evidence.facts import EvidenceSource, Fact, TopicId

__all__ = ["EvidenceSource", "Fact", "TopicId"]
