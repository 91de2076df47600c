"""The simulator's questions answered by trying everything, with an arithmetic of its own: slow, plain, independent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from math import ceil, floor

from ita.scoring.conftest import MEAN, SOURCED
from prongsai.ita.catalogue.model import Framework

WEIGHTS = {"IIT": 30, "EIT": 30, "OIT": 40}


@dataclass(frozen=True)
class Small:
    """A year small enough to try everything, printed in whole points.

    `survey` gives the question scores of each survey indicator by instrument, or one score where the questions are not
    known; `items` the results by sub-indicator (`9.1`); `odd` an OIT indicator of which only the score is known.
    """

    survey: Mapping[str, list[list[Decimal]]]
    items: Mapping[str, list[int]]
    odd: Decimal | None = None

    def indicators(self) -> list[tuple[int, str]]:
        names = [name for name in ("IIT", "EIT") for _ in self.survey[name]]
        names += ["OIT"] * (len({sub.split(".")[0] for sub in self.items}) + (self.odd is not None))
        return list(enumerate(names, 1))

    def first_oit(self) -> int:
        return len(self.survey["IIT"]) + len(self.survey["EIT"]) + 1


def framework_of_small(small: Small) -> Framework:
    """The framework in whose shape a small year stands; a survey indicator of one score has no questions."""
    numbers = small.indicators()
    subs = {
        f"{small.first_oit() + int(sub.split('.')[0]) - 1}.{sub.split('.')[1]}": r for sub, r in small.items.items()
    }
    owners = [sub for sub, results in subs.items() for _ in results]
    steps = ("question", "indicator", "sub_indicator", "oit_indicator", "instrument")
    return Framework.model_validate(
        {
            "schema": "prongsai.catalogue/1", "scheme": "nacc", "year": 2566, "title": "ปีเล็ก",
            "weights": {"values": WEIGHTS, **SOURCED},
            "scoring": {**dict.fromkeys(steps, MEAN), "overall": {"rule": "weighted-sum", **SOURCED}, "decimals": 0},
            "indicators": [{"number": n, "instrument": name, "name": f"ตัวชี้วัด {n}"} for n, name in numbers],
            "questions": [
                {"code": code, "indicator": number} for number, codes in question_codes(small) for code in codes
            ],
            "sub_indicators": [
                {"code": sub, "indicator": int(sub.split(".")[0]), "items_confidence": "high"} for sub in subs
            ],
            "items": [
                {"code": f"O{n}", "indicator": int(sub.split(".")[0]), "sub_indicator": sub}
                for n, sub in enumerate(owners, 1)
            ],
        }
    )  # fmt: skip


def question_codes(small: Small) -> list[tuple[int, list[str]]]:
    found, number = [], 0
    for instrument in ("IIT", "EIT"):
        place = 0
        for scores in small.survey[instrument]:
            number += 1
            codes = [f"{instrument[0]}{place + n}" for n in range(1, len(scores) + 1)] if len(scores) > 1 else []
            place += len(codes)
            found.append((number, codes))
    return found


def scores_of_small(small: Small) -> dict[str, dict]:
    """The scores by the names of `Scores`."""
    listed = [scores for name in ("IIT", "EIT") for scores in small.survey[name]]
    questions, indicators = {}, {}
    for (number, codes), scores in zip(question_codes(small), listed, strict=True):
        questions |= dict(zip(codes, scores, strict=False))
        indicators |= {} if codes else {number: scores[0]}
    results = [Decimal(result) for group in small.items.values() for result in group]
    if small.odd is not None:
        indicators[small.indicators()[-1][0]] = small.odd
    items = {f"O{n}": result for n, result in enumerate(results, 1)}
    return {"questions": questions, "items": items, "indicators": indicators}


def heights(small: Small, values: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Work a year out from its lowest scores: what each indicator, instrument and the overall come to."""
    found: dict[str, Fraction] = {}
    for number, codes in question_codes(small):
        found[str(number)] = _mean([values[code] for code in codes]) if codes else values[str(number)]
    counter = 0
    by_indicator: dict[str, list[Fraction]] = {}
    for sub, results in small.items.items():
        codes = [f"O{counter + n}" for n in range(1, len(results) + 1)]
        counter += len(codes)
        own = str(small.first_oit() + int(sub.split(".")[0]) - 1)
        by_indicator.setdefault(own, []).append(_mean([values[code] for code in codes]))
    found |= {number: _mean(means) for number, means in by_indicator.items()}
    if small.odd is not None:
        last = str(small.indicators()[-1][0])
        found[last] = values[last]
    for name in WEIGHTS:
        found[name] = _mean([found[str(n)] for n, owner in small.indicators() if owner == name])
    found["overall"] = sum((found[name] * weight / 100 for name, weight in WEIGHTS.items()), Fraction(0))
    return found


def starts(small: Small) -> dict[str, Fraction]:
    """The lowest scores by code."""
    scores = scores_of_small(small)
    low = {**scores["questions"], **scores["items"], **{str(n): score for n, score in scores["indicators"].items()}}
    return {code: Fraction(score) for code, score in low.items()}


def meets(small: Small, values: Mapping[str, Fraction], least: Mapping[str, Decimal]) -> bool:
    """Whether every goal is met as printed in whole points, half up."""
    found = heights(small, values)
    return all(floor(found[code] + Fraction(1, 2)) >= goal for code, goal in least.items())


def least_effort_by_trying(small: Small, least: Mapping[str, Decimal], efforts: Mapping[str, int]) -> int | None:
    """The least effort of any set of places that, raised to 100, meets the goals."""
    low = starts(small)
    places = [code for code, score in low.items() if score < 100]
    sets = (chosen for count in range(len(places) + 1) for chosen in combinations(places, count))
    fitting = [chosen for chosen in sets if meets(small, low | dict.fromkeys(chosen, Fraction(100)), least)]
    return min((sum(efforts.get(code, 1) for code in chosen) for chosen in fitting), default=None)


def fewest_steps_by_trying(small: Small, least: Mapping[str, Decimal]) -> int:
    """The fewest steps of one point (the last cut short at 100; 100 for an item) with which the goals can be met."""
    low = starts(small)
    ways = sorted(product(*(_raises(code, score) for code, score in low.items())), key=_steps)
    return next(
        _steps(way) for way in ways if meets(small, dict(zip(low, (value for _, value in way), strict=True)), least)
    )


def _raises(code: str, score: Fraction) -> list[tuple[int, Fraction]]:
    if code.startswith("O"):
        return [(0, score), (100, Fraction(100))] if score == 0 else [(0, score)]
    return [(step, min(score + step, Fraction(100))) for step in range(ceil(100 - score) + 1)]


def _steps(way: tuple[tuple[int, Fraction], ...]) -> int:
    return sum(steps for steps, _ in way)


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)
