"""What one point at one place brings to the score above it, step by step up to the overall, by the year's own rules."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.rules import AppliedRule, Presumption, Step, applied_rule, applied_weights
from prongsai.ita.scoring.structure import sub_indicators_of
from prongsai.ita.scoring.targets import Target

OVERALL = Target("overall", "overall")


@dataclass(frozen=True, slots=True)
class Link:
    """The score above, the points that one point brings to it, and the rule by which it does."""

    above: Target
    factor: Fraction
    step: Step
    rule: AppliedRule


def path_above(framework: Framework, place: Target, presumed: Presumption | None = None) -> tuple[Link, ...]:
    """Give the links from a place upward, as far as the rules are known."""
    links: list[Link] = []
    link = link_above(framework, place, presumed)
    while link:
        links.append(link)
        link = link_above(framework, link.above, presumed)
    return tuple(links)


def link_above(framework: Framework, place: Target, presumed: Presumption | None = None) -> Link | None:
    """Give the link from a score to the one above it; None at the top, and where the place or the rule is not known."""
    if place.kind == "instrument":
        return _link_to_overall(framework, place, presumed)
    stands = _stands_in(framework, place)
    if stands is None:
        return None
    above, siblings, step = stands
    rule = applied_rule(framework, step, presumed)
    return Link(above, Fraction(1, siblings), step, rule) if rule else None


def _stands_in(framework: Framework, place: Target) -> tuple[Target, int, Step] | None:
    """Give the score of which a place is one part, how many parts that has, and the step that takes their mean."""
    match place.kind:
        case "question":
            question = framework.question(place.key)
            if question:
                siblings = len(framework.questions_of(question.indicator))
                return Target("indicator", str(question.indicator)), siblings, "indicator"
        case "item":
            return _item_stands_in(framework, place.key)
        case "sub_indicator":
            number = next((sub.indicator for sub in framework.sub_indicators if sub.code == place.key), None)
            if number is not None:
                return Target("indicator", str(number)), len(sub_indicators_of(framework, number)), "oit_indicator"
        case "indicator":
            indicator = framework.indicator(int(place.key))
            if indicator:
                siblings = len(framework.indicators_of(indicator.instrument))
                return Target("instrument", indicator.instrument), siblings, "instrument"
    return None


def _item_stands_in(framework: Framework, code: str) -> tuple[Target, int, Step] | None:
    item = framework.item(code)
    if item is None or item.sub_indicator is None:
        return None
    siblings = sum(1 for other in framework.items_of(item.indicator) if other.sub_indicator == item.sub_indicator)
    return Target("sub_indicator", item.sub_indicator), siblings, "sub_indicator"


def _link_to_overall(framework: Framework, place: Target, presumed: Presumption | None) -> Link | None:
    rule = applied_rule(framework, "overall", presumed)
    weights = applied_weights(framework, presumed)
    if rule is None or weights is None:
        return None
    share = next((share for name, share in weights.shares.items() if name == place.key), None)
    joint = AppliedRule(rule.confirmed and weights.confirmed, rule.from_year or weights.from_year)
    return None if share is None else Link(OVERALL, share, "overall", joint)
