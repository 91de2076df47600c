"""How far an item is: one word for each, from what stands in it and what the check says of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.ita.analysis.item_check import ItemCheck, Month, PartResult
from prongsai.platform.ui.states import Tone


class ItemStanding(models.TextChoices):
    """How far an item is, from the first to the last."""

    NOT_YET_DUE = "not-yet-due", _("Not due yet")
    NOT_HANDED_IN = "not-handed-in", _("Not handed in")
    LACKING = "lacking", _("Something is lacking")
    WAITS_FOR_SIGNATURE = "waits-for-signature", _("Awaits a signature")
    PROOF_MISSING = "proof-missing", _("Proof is missing")
    TO_LOOK_THROUGH = "to-look-through", _("Not looked through yet")
    READY = "ready", _("Ready")
    PUBLISHED = "published", _("Published")

    @property
    def tone(self) -> Tone:
        """How it is coloured; the words alone carry the meaning. What is ready is not green: the check says that."""
        return _TONES[self]

    @property
    def is_ready(self) -> bool:
        """Whether nothing of it is awaited from a unit any more."""
        return self in (ItemStanding.READY, ItemStanding.PUBLISHED)


_TONES: dict[ItemStanding, Tone] = {
    ItemStanding.NOT_YET_DUE: "",
    ItemStanding.NOT_HANDED_IN: "late",
    ItemStanding.LACKING: "late",
    ItemStanding.WAITS_FOR_SIGNATURE: "waiting",
    ItemStanding.PROOF_MISSING: "waiting",
    ItemStanding.TO_LOOK_THROUGH: "waiting",
    ItemStanding.READY: "going",
    ItemStanding.PUBLISHED: "going",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of an item besides its check.

    `has_pieces`: anything at all was put into it; `due`: by when it is owed; `unsigned`, `unproven`: what it waits for;
    `open_days`: pieces of another year whose days nobody looked at; `stands`: published as it is now.
    """

    has_pieces: bool
    due: date | None = None
    unsigned: bool = False
    unproven: bool = False
    open_days: bool = False
    stands: bool = False


def standing_of(check: ItemCheck, known: Known, today: date) -> ItemStanding:
    """Say how far an item is on a day.

    A gap counts against established and unestablished criteria alike: what is lacking is written down either way. What
    nobody looked at holds an item up only where its criterion is established.
    """
    if not known.has_pieces:
        early = known.due is not None and known.due > today
        return ItemStanding.NOT_YET_DUE if early else ItemStanding.NOT_HANDED_IN
    if check.gaps:
        early = all(_is_to_come(part, today) for part in check.gaps)
        return ItemStanding.NOT_YET_DUE if early else ItemStanding.LACKING
    if known.unsigned:
        return ItemStanding.WAITS_FOR_SIGNATURE
    if known.unproven:
        return ItemStanding.PROOF_MISSING
    if known.open_days or any(_holds_up(part) for part in check.parts):
        return ItemStanding.TO_LOOK_THROUGH
    return ItemStanding.PUBLISHED if known.stands else ItemStanding.READY


def _is_to_come(part: PartResult, today: date) -> bool:
    """Whether a part is of a month that is not over."""
    return part.kind == "month" and part.key not in _months_over(today)


def _months_over(today: date) -> frozenset[str]:
    """Give the names of the months of the last two years that are over on a day."""
    here = (today.year + 543) * 12 + today.month - 1
    return frozenset(Month(count // 12, count % 12 + 1).name for count in range(here - 24, here))


def _holds_up(part: PartResult) -> bool:
    return part.verdict == "open" and part.sourced and part.kind in ("element", "year", "month")
