"""A service of an office as its manual tells it: the union of what law, handbooks and official forms ask for.

Sources: Licensing Facilitation Act B.E. 2558, section 7 (criteria, steps, time, documents); the manual form of ก.พ.ร.;
the elements of the OIT items on service manuals. Nothing is left unsaid: where there is no fee, no document, no law of
its own or no discretion, the sheet states so in `stated_none`, and until then the part is a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ServiceKind(StrEnum):
    """What an office does for who comes: the kinds of the official manual form."""

    PERMIT = "permit"
    REGISTER = "register"
    NOTIFY = "notify"
    APPROVE = "approve"
    SERVICE = "service"


class Audience(StrEnum):
    """For whom it is done: a service for the public, or a procedure inside the office."""

    PUBLIC = "public"
    INTERNAL = "internal"


class TimeUnit(StrEnum):
    """In what a time is counted."""

    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_DAYS = "working_days"


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """How long something takes at most."""

    value: int
    unit: TimeUnit


@dataclass(frozen=True, slots=True)
class ServiceStep:
    """A step: what is done, how long at most, by which unit, where. No time is a gap."""

    title: str
    time: TimeSpan | None = None
    unit: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class NeededDocument:
    """A paper to bring: how many originals and copies, who issues it, a remark."""

    name: str
    originals: int = 1
    copies: int = 0
    issuer: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fee:
    """What is to be paid, in baht; without an amount the note says by what it is reckoned."""

    item: str
    amount: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to hand in: which place or address, on which days, at which hours, by which telephone."""

    name: str
    place: str = ""
    days: str = ""
    hours: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Discretion:
    """Where an officer may decide one way or the other, and by which criterion."""

    point: str
    criterion: str = ""


MAY_BE_NONE = ("law", "discretion", "documents", "fees", "forms")
"""Parts of which a sheet may state that there are none. Silence is a gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceSheet:
    """One service, whole. `is_example`: shipped as an example, not yet checked against the rules of the office."""

    name: str
    kind: ServiceKind = ServiceKind.SERVICE
    audience: Audience = Audience.PUBLIC
    unit: str = ""
    law: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    discretion: tuple[Discretion, ...] = ()
    steps: tuple[ServiceStep, ...] = ()
    documents: tuple[NeededDocument, ...] = ()
    fees: tuple[Fee, ...] = ()
    channels: tuple[Channel, ...] = ()
    complaints: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    stated_none: frozenset[str] = frozenset()
    is_example: bool = False

    def __post_init__(self) -> None:
        if not self.stated_none <= frozenset(MAY_BE_NONE):
            raise ValueError("none can be stated only of law, discretion, documents, fees and forms")

    def says_none(self, part: str) -> bool:
        """Whether it states that there is nothing under a part, and nothing stands there."""
        return part in self.stated_none and not getattr(self, part, ())
