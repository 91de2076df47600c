"""What a change of some scores does to every score above them and to the level. An internal estimate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.scoring.ascent import OVERALL, link_above, path_above
from prongsai.ita.scoring.changes import checked_changes, refuse_contradiction
from prongsai.ita.scoring.exact import HUNDRED, as_decimal, rounded
from prongsai.ita.scoring.explain import Outcome
from prongsai.ita.scoring.lacking import unconfirmed_sentence
from prongsai.ita.scoring.levels import LevelAnswer, decide_level
from prongsai.ita.scoring.names import called, own_name
from prongsai.ita.scoring.rules import Presumption
from prongsai.ita.scoring.scores import INSTRUMENTS, Scores
from prongsai.ita.scoring.standing import Standing, take_standing
from prongsai.ita.scoring.structure import split_confirmed
from prongsai.ita.scoring.targets import Target, TargetKind

RISING: tuple[TargetKind, ...] = ("question", "item", "sub_indicator", "indicator", "instrument", "overall")


@dataclass(frozen=True, slots=True)
class Move:
    """One score before and after, exact (see `as_decimal`); `change` is taken before any rounding."""

    kind: TargetKind
    code: str
    name: str | None
    before: Decimal
    after: Decimal
    change: Decimal

    @property
    def what(self) -> str:
        """The place in Thai, such as `ข้อ O33`."""
        return called(Target(self.kind, self.code))


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What changes would bring: `changes` as set, and every indicator, instrument and overall whose score is known.

    `overall` is None where it cannot be computed; `missing` says why, and where the effect of a change is not known.
    `unconfirmed` says on which rules that are not established the figures rest. A changed EIT leaves its two parts
    unknown, as no year is known to combine them, so `level_after` may be open.
    """

    year: int
    changes: tuple[Move, ...]
    overall: Move | None
    instruments: tuple[Move, ...]
    indicators: tuple[Move, ...]
    level_before: LevelAnswer
    level_after: LevelAnswer
    missing: tuple[str, ...]
    unconfirmed: tuple[str, ...]


def what_if(
    framework: Framework, scores: Scores, changes: Mapping[str, Decimal], presumed: Presumption | None = None
) -> WhatIf:
    """Price changes of questions, items, sub-indicators, indicators or instruments, each named as a person would.

    `changes` gives the new score by code or name (`{"I8": 85, "O33": 100, "4": 85}`). A change goes up by the year's
    means and weights in exact fractions, also where the places beside it are not known. Refuses as `checked_changes`.
    """
    standing = take_standing(framework, scores, presumed)
    return priced(standing, checked_changes(standing, changes))


def priced(standing: Standing, changes: Mapping[Target, Fraction]) -> WhatIf:
    """Price changes that were checked. Refuses CONTRADICTION: known scores that, together, leave the scale."""
    moved = _moved(standing, changes)
    framework, before = standing.framework, standing.outcome
    numbers = [Target("indicator", str(indicator.number)) for indicator in framework.indicators]
    instruments = [Target("instrument", name) for name in INSTRUMENTS]
    after = _outcome_after(standing, moved)
    unconfirmed = dict.fromkeys([*before.unconfirmed, *_doubts(standing, changes)])
    return WhatIf(
        year=framework.year,
        changes=tuple(_moves(standing, moved, list(changes))),
        overall=next(_moves(standing, moved, [OVERALL]), None),
        instruments=tuple(_moves(standing, moved, instruments)),
        indicators=tuple(_moves(standing, moved, numbers)),
        level_before=decide_level(framework, before),
        level_after=decide_level(framework, replace(after, unconfirmed=tuple(unconfirmed))),
        missing=(*before.missing, *dict.fromkeys(_unpriced(standing, changes))),
        unconfirmed=tuple(unconfirmed),
    )


def _moved(standing: Standing, changes: Mapping[Target, Fraction]) -> dict[Target, Fraction]:
    """Give the new value of every known score that moves, from the lowest level to the overall."""
    new: dict[Target, Fraction] = {}
    pushes = {target: score - standing.values[target] for target, score in changes.items()}
    for kind in RISING:
        for target in [target for target in pushes if target.kind == kind]:
            old = standing.values.get(target)
            if old is not None:
                new[target] = _on_scale(standing.framework, target, old + pushes[target])
            link = link_above(standing.framework, target, standing.presumed)
            if link:
                pushes[link.above] = pushes.get(link.above, Fraction(0)) + pushes[target] * link.factor
    return new


def _on_scale(framework: Framework, target: Target, score: Fraction) -> Fraction:
    """Take what printing in decimals carries over the end of the scale for its end; refuse more than that.

    The scores above still get the whole push, as the search for a way reckons with it.
    """
    nearest = min(max(score, Fraction(0)), HUNDRED)
    if abs(score - nearest) > Fraction(framework.scoring.tolerance):
        refuse_contradiction(target, score)
    return nearest


def _moves(standing: Standing, moved: Mapping[Target, Fraction], targets: list[Target]) -> Iterator[Move]:
    for target in targets:
        if target in standing.values:
            old = standing.values[target]
            new = moved.get(target, old)
            name = own_name(standing.framework, target)
            yield Move(target.kind, target.key, name, as_decimal(old), as_decimal(new), as_decimal(new - old))


def _outcome_after(standing: Standing, moved: Mapping[Target, Fraction]) -> Outcome:
    """Give the outcome as far as a level looks at it. Nothing published speaks of what has not happened."""
    outcome = standing.outcome
    overall = moved.get(OVERALL, standing.values.get(OVERALL))
    eit = Target("instrument", "EIT")
    eit_moved = eit in moved and moved[eit] != standing.values[eit]
    return replace(
        outcome,
        instruments={
            name: as_decimal(moved[target]) if (target := Target("instrument", name)) in moved else score
            for name, score in outcome.instruments.items()
        },
        eit_parts={} if eit_moved else outcome.eit_parts,
        overall=None if overall is None else as_decimal(overall),
        overall_shown=None if overall is None else rounded(overall, standing.framework.scoring.decimals),
        published_overall=None,
        published_level=None,
    )


def _doubts(standing: Standing, changes: Mapping[Target, Fraction]) -> Iterator[str]:
    """Say which links of the changes rest on a rule, or on a split of items, that is not established."""
    framework = standing.framework
    for target in changes:
        for link in path_above(framework, target, standing.presumed):
            if not link.rule.confirmed:
                yield unconfirmed_sentence(framework, link.step, link.rule)
        item = framework.item(target.key) if target.kind == "item" else None
        if item and not split_confirmed(framework, item.indicator):
            which = f"ตัวชี้วัดที่ {item.indicator} ปี {framework.year}"
            yield f"การจัดข้อ OIT เข้าตัวชี้วัดย่อยของ{which} ยังไม่ยืนยัน"


def _unpriced(standing: Standing, changes: Mapping[Target, Fraction]) -> Iterator[str]:
    for target in changes:
        path = path_above(standing.framework, target, standing.presumed)
        top = path[-1].above if path else target
        if top != OVERALL:
            yield f"ยังไม่ทราบว่า {called(top)} มีผลต่อคะแนนที่สูงขึ้นไปเท่าใด (ปี {standing.framework.year})"
