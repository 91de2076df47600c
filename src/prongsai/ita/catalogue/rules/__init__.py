"""The rules that a framework must keep beyond its form. Each has an id, shared by messages, tests and help pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import Problem
from prongsai.ita.catalogue.rules import calendar, levels, numbers, references, sources

FRAMEWORK_RULES: tuple[Callable[[Framework], Iterator[Problem]], ...] = (
    numbers.weights_sum_to_100,
    numbers.scales_match,
    references.codes_are_unique,
    references.indicators_exist,
    references.sub_indicators_exist,
    references.scales_exist,
    references.issue_codes_exist,
    references.measures_items_exist,
    levels.levels_fit_together,
    sources.sources_exist,
    sources.trust_cites_a_source,
    calendar.dates_in_order,
    calendar.years_are_near,
)


def check_framework(framework: Framework, topics: Collection[str] | None = None) -> list[Problem]:
    """Give every rule that a framework breaks, with the path of the field. `topics` None leaves topics unchecked."""
    problems = [problem for rule in FRAMEWORK_RULES for problem in rule(framework)]
    if topics is not None:
        problems.extend(references.topics_exist(framework, topics))
    return problems
