"""What a person makes of a score: accepted as printed, or corrected. What was printed stays beside it."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.results.doubts import doubts_of_figures
from prongsai.office.results.models import ResultSheet, ScoreLine
from prongsai.office.results.printed import sheet_of_lines
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict

DECIDED = ["value", "word", "remark", "decided_by"]


@transaction.atomic
def accept_line(*, acting: Acting, line: ScoreLine) -> None:
    """Accept a score as it stands. Refuses Conflict on a confirmed sheet."""
    current = _changeable(line)
    current.decided_by = acting.actor
    current.save(update_fields=["decided_by"])
    record(acting, "results.line_accepted", thing=current, figures={"code": current.code})


@transaction.atomic
def correct_line(*, acting: Acting, line: ScoreLine, value: Decimal | None, word: str = "", remark: str = "") -> None:
    """Set what holds. None takes the score away: it is missing then, never 0. Refuses Conflict on a confirmed sheet.

    What follows from the figures is looked at anew; doubts that are gone need no answer.
    """
    current = _changeable(line)
    current.value, current.word, current.remark = value, word, remark
    current.decided_by = acting.actor
    current.save(update_fields=DECIDED)
    record(acting, "results.line_corrected", thing=current, figures={"code": current.code, "value": value})
    _look_anew(current.sheet, but=current)


def _changeable(line: ScoreLine) -> ScoreLine:
    sheet = ResultSheet.objects.select_for_update(of=("self",)).select_related("round").get(pk=line.sheet_id)
    if sheet.is_confirmed:
        raise Conflict(_("This version is confirmed and stays as it is. Begin a new one to change something."))
    current = ScoreLine.objects.select_for_update().get(pk=line.pk)
    current.sheet = sheet
    return current


def _look_anew(sheet: ResultSheet, *, but: ScoreLine) -> None:
    """Set the doubts that follow from the figures of a sheet as they are now."""
    lines = list(sheet.lines.all())
    found = doubts_of_figures(sheet_of_lines(sheet.round.fiscal_year, lines))
    for line in lines:
        stays = [doubt for doubt in line.doubts if doubt["of_paper"]]
        asked = [*stays, *found.get((line.kind, line.code), ())]
        if asked == line.doubts:
            continue
        if _rules(asked) - _rules(line.doubts) and line.pk != but.pk:
            line.decided_by = ""  # a new question, to which nobody answered yet
        line.doubts = asked
        line.save(update_fields=["doubts", "decided_by"])


def _rules(doubts: list[dict[str, object]]) -> set[tuple[object, object]]:
    return {(doubt["rule"], doubt["said"]) for doubt in doubts}
