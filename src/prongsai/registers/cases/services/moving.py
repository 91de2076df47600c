"""A case takes its next state; the table of states and the kind say which may follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.calendar.working import calendar_of_speaker
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.services.clock import turn_clock
from prongsai.registers.cases.services.writing import add_entry, locked, set_follow_ups, settle_news
from prongsai.registers.cases.states import CLOSED, CaseState

WITH_WORDS = frozenset({CaseState.PAPERS_ASKED, CaseState.WITH_APPLICANT, CaseState.MERGED}) | CLOSED - {
    CaseState.WITHDRAWN
}
"""States that are told with words: what is asked, what came of it, why not, to whom."""


@transaction.atomic
def move(
    *,
    acting: Acting | str,
    case: Case,
    to: CaseState,
    words: str = "",
    files: Sequence[CleanFile] = (),
    merged_into: Case | None = None,
    day: date | None = None,
) -> Case:
    """Let a case take a state; what was said is shown to the applicant. Give it read anew.

    Refuses Conflict for a step that does not follow, for papers asked for a second time after filing, and where words
    are lacking. `day` is today where it is not said.
    """
    current = locked(case)
    day = day or today(current.agency)
    _check(current, to, words)
    turn_clock(current, to, day, calendar_of_speaker())
    if to == CaseState.PAPERS_ASKED:
        current.papers_asked_on = day
    if to == CaseState.IN_WORK and current.officer is None and not isinstance(acting, str):
        current.officer = acting.person
    if to in CLOSED:
        current.closed_on, current.merged_into = day, merged_into
        current.result = words
    current.save()
    add_entry(current, EntryKind.MOVED, acting, day, words=words, state=to, is_public=True, files=files)
    settle_news(current, acting)
    set_follow_ups(current, acting, day)
    record(acting, "cases.moved", thing=current, figures={"state": to.value, "on": day})
    return current


@transaction.atomic
def tell_end(*, acting: Acting | str, case: Case, day: date, words: str) -> None:
    """Write down on which day and how the applicant heard of the end. Refuses Conflict: twice, too early, to come."""
    current = locked(case)
    if current.end_due is None or current.closed_on is None:
        raise Conflict(_("There is no end that would still have to be told."))
    if not current.closed_on <= day <= today(current.agency):
        raise Conflict(_("The day lies before the end of the case or in the future."))
    current.end_told_on = day
    current.save(update_fields=["end_told_on"])
    add_entry(current, EntryKind.END_TOLD, acting, day, words=words)
    set_follow_ups(current, acting, day)
    record(acting, "cases.end_told", thing=current, figures={"on": day})


def _check(case: Case, to: CaseState, words: str) -> None:
    if not case.may_become(to):
        told = {"now": case.get_state_display(), "then": to.label}
        raise Conflict(_("“%(then)s” does not follow “%(now)s”.") % told)
    if to == CaseState.PAPERS_ASKED and case.papers_asked_on:
        raise Conflict(_("Papers were asked for once already. By law they may not be asked for again."))
    if to in WITH_WORDS and not words.strip():
        raise Conflict(_("Write what the applicant is to know."))
