"""What can be submitted: each room registers its kinds of thing, and is told of the decision."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.notices.links import Link


@dataclass(frozen=True, slots=True)
class ThingTold:
    """A thing as it stands when it is submitted; all of it is kept with the submission.

    `why`, `what`, `asks`: the three sentences the executive reads, which are the three paragraphs of the memo as well.
    `opinions`: whose opinion is asked for, the lowest first, each below `decides`. `lines`: label and text of what is
    submitted, so that an old submission can be read after the thing has changed. `written_by`: actors (`user:12`) who
    wrote it: none of them gives an opinion on it or decides.
    """

    title: str
    unit: Unit
    link: Link
    decides: Standing
    opinions: tuple[Standing, ...] = ()
    why: str = ""
    what: str = ""
    asks: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    enclosures: tuple[str, ...] = ()
    written_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided on a submission: who (person, post on that day), when, on screen or on a paper with its number.

    `entered` is later than `day` where it was written down afterwards. `text` is a remark, or the reason of a return.
    """

    submission: int
    version: int
    day: date
    entered: date
    person: int | None
    post: str
    on_paper: bool
    number: str = ""
    text: str = ""

    @property
    def is_backdated(self) -> bool:
        """Whether it was written down later than it was given."""
        return self.day < self.entered


class ApprovalKind(Protocol):
    """A kind of thing. All is asked while the agency speaks, with the number of a thing that may not be there.

    `key` is short, of small letters and hyphens (`policy`); `title` an English source. The three calls `on_...` come
    inside the transaction of the deed, and may refuse it (Conflict): then nothing is kept.
    """

    key: str
    title: str

    def tell(self, thing: int) -> ThingTold | None:
        """Give the thing as it stands, None where it is not there."""
        ...

    def may_submit(self, acting: Acting, thing: int) -> bool:
        """Say whether somebody may submit it now: a draft that is whole."""
        ...

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:
        """Freeze the thing while it waits."""
        ...

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:
        """Take the approval."""
        ...

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:
        """Let the thing be changed again: returned with a reason, or withdrawn (None)."""
        ...


class ApprovalKinds:
    """Holds each kind once. Rooms register theirs in `AppConfig.ready`."""

    def __init__(self) -> None:
        self._kinds: dict[str, ApprovalKind] = {}

    def register(self, kind: ApprovalKind) -> None:
        """Take a kind. Raises ValueError for a key that is there already."""
        if kind.key in self._kinds:
            raise ValueError(f"Two kinds of thing are submitted as “{kind.key}”.")
        self._kinds[kind.key] = kind

    def get(self, key: str) -> ApprovalKind | None:
        """Find a kind; None for one whose room is gone."""
        return self._kinds.get(key)

    def __getitem__(self, key: str) -> ApprovalKind:
        """Give a kind. Raises ValueError for one that no room registered."""
        if kind := self._kinds.get(key):
            return kind
        raise ValueError(f"No room submits “{key}”.")

    def __iter__(self) -> Iterator[ApprovalKind]:
        return iter(self._kinds.values())


approval_kinds = ApprovalKinds()
"""The kinds of the installation."""
