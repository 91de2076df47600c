"""What all deeds on a case share: it is locked and read anew, a line is added, its follow-ups are set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Person
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import follow_up, notify, settle, withdraw_follow_up
from prongsai.registers.cases.models import Case, CaseEntry, EntryKind
from prongsai.registers.cases.states import CaseState

CASE_PAPER = "case-paper"
"""The holder of papers: the thing is the line of the case with which they came."""
DUE, REASON, END, NEWS = "cases.due", "cases.reason", "cases.end", "cases.news"


def locked(case: Case) -> Case:
    """Give a case locked and read anew."""
    return Case.objects.select_for_update(of=("self",)).select_related("unit", "officer__unit").get(pk=case.pk)


def actor_of(acting: Acting | str) -> str:
    """Give the name under which a deed is recorded."""
    return acting if isinstance(acting, str) else acting.actor


def add_entry(
    case: Case,
    kind: EntryKind,
    acting: Acting | str,
    day: date,
    *,
    words: str = "",
    state: CaseState | None = None,
    is_public: bool = False,
    files: Sequence[CleanFile] = (),
) -> CaseEntry:
    """Add a line with its papers."""
    entry = CaseEntry.objects.create(
        agency_id=case.agency_id,
        case=case,
        kind=kind,
        state=state.value if state else "",
        words=words,
        is_public=is_public,
        by=actor_of(acting),
        day=day,
    )
    if files:
        attach_files(acting=acting, agency=case.agency_id, holder=CASE_PAPER, thing=entry.pk, files=files)
    return entry


def set_follow_ups(case: Case, by: Acting | str, today: date) -> None:
    """Follow up what is due now, and nothing else: the end of the work, the reason of a delay, the word of the end."""
    runs = case.is_open and not case.is_waiting
    _follow(DUE, case, case.due if runs else None, by)
    reason = case.reason_due(today)
    _follow(REASON, case, max(reason, today) if reason else None, by)
    _follow(END, case, case.end_due, by)


def tell_staff(case: Case, by: Acting | str) -> None:
    """Tell who is in charge that there is something new in a case; never what."""
    subject = _("Something new: %(case)s") % {"case": case.told_number}
    told: Person | object = case.officer or case.unit
    notify(to=told, kind=NEWS, by=by, subject=subject, link=_link(case), thing=case.pk)  # type: ignore[arg-type]


def settle_news(case: Case, by: Acting | str) -> None:
    """Say that what was new has been seen to."""
    settle(kind=NEWS, thing=case.pk, by=by)


def _follow(kind: str, case: Case, due: date | None, by: Acting | str) -> None:
    if due is None:
        ended = settle if not case.is_open or kind == REASON else withdraw_follow_up
        ended(kind=kind, thing=case.pk, by=by)
        return
    subject = _SUBJECTS[kind] % {"case": case.told_number}
    owing = {"person": case.officer} if case.officer else {"unit": case.unit}
    follow_up(kind=kind, thing=case.pk, due=due, by=by, subject=subject, link=_link(case), **owing)


def _link(case: Case) -> Link:
    return Link("case", {"case": case.pk})


_SUBJECTS = {
    DUE: _("Finish: %(case)s"),
    REASON: _("Tell the applicant why it takes longer: %(case)s"),
    END: _("Tell the applicant of the end: %(case)s"),
}
