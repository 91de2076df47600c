"""Looking at what hangs: one by one, and in rounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.placements.file_holders import PHOTOGRAPH
from prongsai.registers.placements.models import CheckingHabit, CheckingRound, Found, Placement, Sighting, State
from prongsai.registers.placements.models.placement import Placements
from prongsai.registers.placements.services.hanging import standing_placement

_STATES = {Found.GOOD: State.HANGING, Found.DAMAGED: State.DAMAGED, Found.MISSING: State.MISSING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What was seen, and for whom it is written down, if for somebody else, by which channel it came."""

    day: date
    found: str = Found.GOOD
    note: str = ""
    photographs: Sequence[CleanFile] = ()
    recorded_for: Person | None = None
    received_by: str = ""


@transaction.atomic
def note_sighting(*, acting: Acting, placement: Placement, seen: Seen) -> Sighting:
    """Write down what was seen. The newest sighting decides the state; an older one is only kept.

    Refuses Conflict: taken down, before it hung, in the future, a photograph of what is not there.
    """
    current = standing_placement(placement)
    entered = today(current.agency)
    if not current.since <= seen.day <= entered:
        raise Conflict(_("It cannot be seen before it hung, nor on a day that has not come."))
    running = CheckingRound.objects.running().select_for_update().first()
    made: Sighting = Sighting.objects.create(
        agency=current.agency,
        placement=current,
        round=running if running and seen.day >= running.begun else None,
        day=seen.day,
        entered=entered,
        found=seen.found,
        note=seen.note,
        photographs=len(seen.photographs),
        seen_by=acting.actor,
        recorded_for=seen.recorded_for,
        received_by=seen.received_by,
    )
    attach_files(acting=acting, agency=current.agency_id, holder=PHOTOGRAPH.key, thing=made.pk, files=seen.photographs)
    _follow(current, seen)
    figures = {"found": str(seen.found), "photographs": len(seen.photographs), "day": seen.day}
    record(acting, "placements.seen", thing=current, figures=figures)  # type: ignore[arg-type]
    if running and not unchecked(running).exists():
        _end(acting, running)
    return made


@transaction.atomic
def begin_round(*, acting: Acting, agency: Agency, due: date) -> CheckingRound:
    """Begin a round of checking. Refuses Conflict while one runs, where nothing hangs, for a day that is past."""
    day = today(agency)
    if due < day:
        raise Conflict(_("The day is past."))
    if not Placement.objects.standing().exists():
        raise Conflict(_("Nothing hangs anywhere yet."))
    try:
        with transaction.atomic():
            made: CheckingRound = CheckingRound.objects.create(agency=agency, begun=day, due=due, begun_by=acting.actor)
    except IntegrityError:
        raise Conflict(_("A round of checking runs already.")) from None
    record(acting, "placements.round_begun", thing=made, figures={"due": due})
    return made


@transaction.atomic
def end_round(*, acting: Acting, checking: CheckingRound) -> None:
    """End a round although something has not been looked at. Refuses Conflict where it has ended."""
    current = CheckingRound.objects.select_for_update().get(pk=checking.pk)
    if current.ended:
        raise Conflict(_("This round has ended already."))
    _end(acting, current)


@transaction.atomic
def set_habit(*, acting: Acting, agency: Agency, months: int) -> None:
    """Say after how many months without a look somebody should look again."""
    habit, _made = CheckingHabit.objects.update_or_create(agency=agency, defaults={"months": months})
    record(acting, "placements.habit_set", thing=habit, figures={"months": months})


def unchecked(checking: CheckingRound) -> Placements:
    """Give what has not been looked at in a round: standing, hung before it began."""
    looked = Sighting.objects.filter(round=checking, placement=OuterRef("pk"))
    return Placement.objects.standing().filter(~Exists(looked), since__lte=checking.begun)


def _follow(placement: Placement, seen: Seen) -> None:
    """Let the row of lists say what was seen last."""
    newest = placement.sightings.order_by("-day", "-id").first()
    if newest is not None and newest.day <= seen.day:
        placement.state = _STATES[Found(seen.found)]
    if seen.found != Found.MISSING:
        placement.last_seen = max(placement.last_seen, seen.day)
        if seen.photographs:
            placement.last_photographed = max(placement.last_photographed or seen.day, seen.day)
    placement.save(update_fields=["state", "last_seen", "last_photographed"])


def _end(acting: Acting, checking: CheckingRound) -> None:
    checking.ended = today(acting.agency)
    checking.save(update_fields=["ended"])
    record(acting, "placements.round_ended", thing=checking, figures={"left": unchecked(checking).count()})
