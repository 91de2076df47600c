"""Messages both ways, and notes that only staff see."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.ui.refusals import Conflict, TooMany
from prongsai.registers.cases.models import Case, CaseEntry, EntryKind
from prongsai.registers.cases.services.writing import add_entry, locked, settle_news, tell_staff

APPLICANT = "nobody"
"""Who acts on the public page: nobody is known there."""
MOST_A_DAY = 20
"""Messages an applicant may send to one case on a day."""


@transaction.atomic
def write_to_applicant(*, acting: Acting, case: Case, words: str, files: Sequence[CleanFile] = ()) -> CaseEntry:
    """Write something that the applicant reads on the tracking page."""
    current = locked(case)
    entry = add_entry(
        current, EntryKind.TO_APPLICANT, acting, today(acting.agency), words=words, is_public=True, files=files
    )
    settle_news(current, acting)
    record(acting, "cases.written_to_applicant", thing=current, figures={"files": len(files)})
    return entry


@transaction.atomic
def answer_of_applicant(*, case: Case, words: str, files: Sequence[CleanFile] = ()) -> CaseEntry:
    """Take a message and papers of the applicant; who is in charge is told. Refuses Conflict at the end, TooMany."""
    current = locked(case)
    day = today(current.agency)
    if not current.is_open:
        raise Conflict(_("This case is at an end. Hand in a new request if something is left."))
    if current.entries.filter(kind=EntryKind.FROM_APPLICANT, day=day).count() >= MOST_A_DAY:
        raise TooMany(_("Many messages came today. Write again tomorrow, or call the office."), retry_after=3600)
    entry = add_entry(current, EntryKind.FROM_APPLICANT, APPLICANT, day, words=words, is_public=True, files=files)
    tell_staff(current, APPLICANT)
    record(APPLICANT, "cases.answered_by_applicant", thing=current, figures={"files": len(files)})
    return entry


@transaction.atomic
def add_note(*, acting: Acting, case: Case, words: str, files: Sequence[CleanFile] = ()) -> CaseEntry:
    """Add a note that the applicant never sees."""
    current = locked(case)
    entry = add_entry(current, EntryKind.NOTE, acting, today(acting.agency), words=words, files=files)
    record(acting, "cases.noted", thing=current)
    return entry
