"""Calling people to a briefing, and calling it off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files, detach_all
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import notify, settle
from prongsai.platform.ui.refusals import Conflict
from prongsai.platform.ui.wording import day_with_weekday
from prongsai.registers.circulars.audience import addressees_of
from prongsai.registers.circulars.file_holders import BRIEFING_FILE
from prongsai.registers.circulars.models import Attendee, Briefing, BriefingState
from prongsai.registers.circulars.notice_kinds import BRIEFING

WRITTEN = (
    "subject", "words", "unit", "topic", "policy_id", "audience", "audience_units", "audience_people",
    "day", "begins", "ends", "place", "speakers",
)  # fmt: skip
"""What a draft says: the fields that `told` may name."""


@transaction.atomic
def add_briefing(*, acting: Acting, agency: int, told: Mapping[str, Any], files: Sequence[CleanFile] = ()) -> Briefing:
    """Begin a briefing as a draft. `told`: values of the fields in `WRITTEN`, as a valid form gives them."""
    briefing = Briefing(agency_id=agency, made_by=acting.actor, **told)
    briefing.save()
    _attach(acting, briefing, files)
    record(acting, "circulars.briefing_drafted", thing=briefing)
    return briefing


@transaction.atomic
def save_briefing(
    *, acting: Acting, briefing: Briefing, told: Mapping[str, Any], files: Sequence[CleanFile] = ()
) -> Briefing:
    """Write a draft anew. Refuses Conflict once people are called."""
    current = draft_briefing(briefing)
    for name, value in told.items():
        setattr(current, name, value)
    current.save()
    _attach(acting, current, files)
    record(acting, "circulars.briefing_saved", thing=current)
    return current


@transaction.atomic
def drop_briefing(*, acting: Acting, briefing: Briefing) -> None:
    """Drop a draft with its files. Refuses Conflict once people are called."""
    current = draft_briefing(briefing)
    detach_all(acting=acting, holder=BRIEFING_FILE.key, thing=current.pk)
    record(acting, "circulars.briefing_dropped", thing=current)
    current.delete()


@transaction.atomic
def call_people(*, acting: Acting, briefing: Briefing) -> Briefing:
    """Call the people of a draft; who does it is the convener. One that was held already asks nobody any more.

    Refuses Conflict: not a draft, nobody to call, a convener without a person.
    """
    current, entered = draft_briefing(briefing), today(acting.agency)
    person = acting.person
    if person is None:
        raise Conflict(_("Your account belongs to nobody on the staff list, so nobody would be the sender."))
    addressees = addressees_of(current, current.day)
    if not addressees:
        raise Conflict(_("Nobody works here who would be called to this briefing. Choose others."))
    current.state, current.convener, current.entered = BriefingState.CALLED, person, entered
    current.save(update_fields=["state", "convener", "entered"])
    rows = [
        Attendee(agency_id=current.agency_id, briefing=current, person=one.person, unit=one.person.unit, post=one.post)
        for one in addressees
    ]
    Attendee.objects.bulk_create(rows)
    if current.day >= entered:
        _tell(acting, current)
    record(acting, "circulars.briefing_called", thing=current, figures={"people": len(rows), "day": current.day})
    return current


@transaction.atomic
def call_off(*, acting: Acting, briefing: Briefing, because: str) -> None:
    """Call a briefing off, with a reason. Refuses Conflict where it is not called, or somebody else called it."""
    current = kept_briefing(acting, briefing)
    current.state, current.off_because = BriefingState.OFF, because
    current.save(update_fields=["state", "off_because"])
    settle(kind=BRIEFING, thing=current.pk, by=acting)
    _tell(acting, current)
    record(acting, "circulars.briefing_called_off", thing=current)


def draft_briefing(briefing: Briefing) -> Briefing:
    """Give a briefing locked and read anew. Refuses Conflict where people are called."""
    current = _locked(briefing)
    if not current.is_draft:
        raise Conflict(_("People have been called to this briefing. Call it off and begin a new one."))
    return current


def kept_briefing(acting: Acting, briefing: Briefing) -> Briefing:
    """Give a briefing to which people are called, locked. Refuses Conflict: not called, or called by somebody else."""
    current = _locked(briefing)
    if not current.is_called:
        raise Conflict(_("Nobody is called to this briefing, or its attendance is written down already."))
    if not current.is_kept_by(acting):
        raise Conflict(_("Only who called this briefing keeps its attendance."))
    return current


def when_and_where(briefing: Briefing) -> str:
    """Say day, time and place, in the language of who reads."""
    parts = [day_with_weekday(briefing.day)]
    if briefing.hours:
        parts.append(_("%(time)s o'clock") % {"time": briefing.hours})
    return " ".join([*parts, briefing.place])


def _tell(acting: Acting, briefing: Briefing) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        off = _("Called off: %(because)s") % {"because": briefing.off_because}
        words = when_and_where(briefing) if briefing.is_called else off
    people = [attendee.person for attendee in briefing.attendees.select_related("person")]
    link = Link("briefing", {"briefing": briefing.pk})
    notify(to=people, kind=BRIEFING, by=acting, subject=briefing.subject, words=words, link=link, thing=briefing.pk)


def _locked(briefing: Briefing) -> Briefing:
    current = Briefing.objects.select_for_update(of=("self",)).filter(pk=briefing.pk).first()
    if current is None:
        raise Conflict(_("This draft was dropped meanwhile."))
    return current


def _attach(acting: Acting, briefing: Briefing, files: Sequence[CleanFile]) -> None:
    if files:
        attach_files(acting=acting, agency=briefing.agency_id, holder=BRIEFING_FILE.key, thing=briefing.pk, files=files)
