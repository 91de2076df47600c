"""What came back on paper or was told, written down by the sender: the signed memo, signed sheets, single yeses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.notices.services import settle
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.file_holders import CIRCULAR_PAPER, CIRCULAR_SHEET
from prongsai.registers.circulars.models import Circular, Receiver, SignedSheet, Way
from prongsai.registers.circulars.models.receiver import TOLD
from prongsai.registers.circulars.notice_kinds import ACKNOWLEDGE
from prongsai.registers.circulars.services.sending import kept
from prongsai.registers.circulars.services.telling import follow_up_receiver


@transaction.atomic
def record_paper(
    *, acting: Acting, circular: Circular, number: str, day: date, signer: Person, scan: Sequence[CleanFile]
) -> None:
    """Write down the signed memo: number and day as they stand on it, who signed, the scan. Refuses Conflict."""
    current = kept(acting, circular)
    _check(day, acting, scan)
    current.paper_number, current.paper_day, current.paper_signer = number, day, signer
    current.save(update_fields=["paper_number", "paper_day", "paper_signer", "search_text"])
    attach_files(acting=acting, agency=current.agency_id, holder=CIRCULAR_PAPER.key, thing=current.pk, files=scan)
    record(acting, "circulars.paper_recorded", thing=current, figures={"day": day})


@transaction.atomic
def record_sheet(
    *, acting: Acting, circular: Circular, receivers: Sequence[Receiver], day: date, scan: Sequence[CleanFile]
) -> SignedSheet:
    """Write down who signed on a printed sheet, with its scan. Who had acknowledged before keeps that.

    Refuses Conflict: nobody ticked, no scan, a day to come or before the sending, another's circular.
    """
    current, entered = kept(acting, circular), today(acting.agency)
    _check(day, acting, scan)
    if current.sent and day < current.sent:
        raise Conflict(_("Nobody can have signed before the circular went out."))
    new = _waiting(current, receivers)
    if not new:
        raise Conflict(_("Tick at least one person who signed and is still missing."))
    sheet = SignedSheet.objects.create(
        agency_id=current.agency_id, circular=current, day=day, entered=entered, recorded_by=acting.actor
    )
    attach_files(acting=acting, agency=current.agency_id, holder=CIRCULAR_SHEET.key, thing=sheet.pk, files=scan)
    for receiver in new:
        receiver.sheet = sheet
        _write_down(acting, receiver, Way.SHEET, day, entered)
    record(acting, "circulars.sheet_recorded", thing=sheet, figures={"signed": len(new), "day": day})
    return sheet


@transaction.atomic
def record_told(*, acting: Acting, circular: Circular, receiver: Receiver, way: str, day: date) -> None:
    """Write down that somebody told the sender that they have read it (บันทึกแทน). Refuses Conflict."""
    current, entered = kept(acting, circular), today(acting.agency)
    if way not in TOLD:
        raise Conflict(_("Say by which channel it was told."))
    if day > entered or (current.sent and day < current.sent):
        raise Conflict(_("It can have been told from the day of sending until today."))
    (waiting,) = _waiting(current, [receiver]) or (None,)
    if waiting is None:
        raise Conflict(_("This person has acknowledged already."))
    _write_down(acting, waiting, Way(way), day, entered)
    record(acting, "circulars.told_recorded", thing=waiting, figures={"way": way, "day": day})


@transaction.atomic
def take_back(*, acting: Acting, circular: Circular, receiver: Receiver) -> None:
    """Take back what was written down for somebody by mistake; they are asked again. One's own yes stays.

    Refuses Conflict.
    """
    current = kept(acting, circular)
    found = Receiver.objects.select_for_update().select_related("person").get(pk=receiver.pk, circular=current)
    if not found.is_for_another:
        raise Conflict(_("Only what was written down for somebody can be taken back."))
    found.acknowledged = found.entered = found.sheet = None
    found.way, found.recorded_by = "", ""
    found.save(update_fields=["acknowledged", "entered", "sheet", "way", "recorded_by"])
    if current.due:
        follow_up_receiver(acting, found, current)
    record(acting, "circulars.tick_taken_back", thing=found)


def _waiting(circular: Circular, receivers: Sequence[Receiver]) -> list[Receiver]:
    """Give those of the receivers of this circular who are still missing, locked."""
    numbers = [receiver.pk for receiver in receivers]
    return list(Receiver.objects.select_for_update().missing().filter(circular=circular, pk__in=numbers))


def _write_down(acting: Acting, receiver: Receiver, way: Way, day: date, entered: date) -> None:
    receiver.acknowledged, receiver.way, receiver.entered = day, way, entered
    receiver.recorded_by = acting.actor
    receiver.save(update_fields=["acknowledged", "way", "entered", "recorded_by", "sheet"])
    settle(kind=ACKNOWLEDGE, thing=receiver.pk, by=acting)


def _check(day: date, acting: Acting, scan: Sequence[CleanFile]) -> None:
    if day > today(acting.agency) or not scan:
        raise Conflict(_("What was signed on paper needs its scan and a day that is not in the future."))
