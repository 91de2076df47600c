"""What a framework brings beside what a year works on now: OIT items new, changed, dropped; who might own each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from prongsai.ita.catalogue import Difference, Framework, diff
from prongsai.ita.catalogue.model import Item
from prongsai.ita.catalogue.playbook import Playbook, load_playbook
from prongsai.ita.thai import search_key


@dataclass(frozen=True, slots=True)
class ChangedItem:
    """An item: its code before and after (empty where it is not there), its title, the unit role proposed for it.

    `kind` is `new`, `dropped`, `moved` (the title stays, the code does not) or `changed` (what is asked for differs).
    """

    kind: str
    before: str
    after: str
    title: str
    owner: str


@dataclass(frozen=True, slots=True)
class FrameworkChanges:
    """What a framework brings. `others` are differences outside the items, in words; `same` counts equal items."""

    items: tuple[ChangedItem, ...]
    same: int
    others: tuple[Difference, ...]


def changes_of(before: Framework, after: Framework) -> FrameworkChanges:
    """Compare what a year works on with a framework that was sent. Items are told by their titles, not their codes.

    Codes are given anew almost every year: one code in two years is one item only where the title says so too. How
    work moves from code to code is the crosswalk's matter, never this comparison's.
    """
    known = {_title(item): item for item in before.items}
    sent = {_title(item): item for item in after.items}
    found = [_compared(known.get(title), item) for title, item in sent.items()]
    found += [_compared(item, None) for title, item in known.items() if title not in sent]
    others = tuple(each for each in diff(before, after) if not each.path.startswith("items."))
    return FrameworkChanges(tuple(each for each in found if each.kind), sum(not each.kind for each in found), others)


def proposed_owner(item: Item) -> str:
    """Give the unit role that the playbook proposes for an item's topic, empty where it has none."""
    play = _playbook().play(item.topic)
    if play is None or not play.measures:
        return ""
    role = _playbook().roles[play.measures[0].lead]
    return f"{role.name} ({role.duty})"


def _compared(before: Item | None, after: Item | None) -> ChangedItem:
    item = after or before
    assert item is not None
    codes = (before.code if before else "", after.code if after else "")
    return ChangedItem(_kind(before, after), *codes, item.title or item.candidate_title or "", proposed_owner(item))


def _kind(before: Item | None, after: Item | None) -> str:
    if before is None or after is None:
        return "new" if before is None else "dropped"
    if before.code != after.code:
        return "moved"
    periods = {item.period for item in (before, after) if item.period is not None}  # a draft has none of its own
    return "" if _asked(before) == _asked(after) and len(periods) <= 1 else "changed"


def _asked(item: Item) -> tuple[object, ...]:
    return (item.indicator, item.sub_indicator, item.elements.values, item.topic)


def _title(item: Item) -> str:
    return search_key(item.title or item.candidate_title or "") or item.code


@cache
def _playbook() -> Playbook:
    return load_playbook()
