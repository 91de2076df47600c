"""What later rooms ask: what came in and was accepted."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from prongsai.office.data_calls.file_holders import HAND_IN
from prongsai.office.data_calls.models import HandIn, ItemState, Outcome
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import code_now
from prongsai.platform.agency.models import Person, Unit
from prongsai.platform.files.models import Attachment, StoredFile


@dataclass(frozen=True, slots=True)
class Accepted:
    """A hand-in that somebody accepted.

    `code` is the item's code in the codes that the round has now, None where it has none; `subject` the key of the room
    that asked. `files` can be attached again elsewhere (`files.services.attach_again`). `figures`: words and number.
    """

    hand_in: int
    item: int
    code: str | None
    subject: str
    title: str
    unit: Unit
    handed_in_by: Person | None
    happened: date | None
    received: date
    checked: date
    words: str
    link: str
    nothing: bool
    figures: tuple[tuple[str, str], ...]
    files: tuple[StoredFile, ...]


def hand_ins_of(found: Round, *, subjects: Collection[str] | None = None) -> list[Accepted]:
    """Give what was accepted in a year, or of these subjects alone, the oldest first. Three queries, however many."""
    rows = HandIn.objects.filter(
        item__call__round=found, item__state=ItemState.ACCEPTED, outcome=Outcome.ACCEPTED
    ).select_related("item__addressee__unit", "item__addressee__officer", "recorded_for")
    if subjects is not None:
        rows = rows.filter(item__subject__in=list(subjects))
    made = list(rows.order_by("checked", "id"))
    files = files_of(made)
    return [_told(found, each, files.get(each.pk, [])) for each in made]


def files_of(made: Collection[HandIn]) -> dict[int, list[StoredFile]]:
    """Give the files of hand-ins, by their numbers, with their versions."""
    held = Attachment.objects.filter(holder=HAND_IN.key, thing__in=[each.pk for each in made])
    found: dict[int, list[StoredFile]] = {}
    for attachment in held.select_related("file").prefetch_related("file__versions"):
        found.setdefault(attachment.thing, []).append(attachment.file)
    return found


def _told(found: Round, made: HandIn, files: list[StoredFile]) -> Accepted:
    item = made.item
    assert made.checked is not None
    return Accepted(
        hand_in=made.pk,
        item=item.pk,
        code=code_now(found, item.code, item.noted_in) if item.code and item.noted_in else None,
        subject=item.subject,
        title=item.title,
        unit=item.addressee.unit,
        handed_in_by=made.recorded_for or item.addressee.officer,
        happened=made.happened,
        received=made.received,
        checked=made.checked,
        words=made.words,
        link=made.link,
        nothing=made.nothing,
        figures=tuple((words, value) for words, value in made.figures),
        files=tuple(files),
    )
