"""Confirming a version, dropping one, beginning the next as a copy."""

from __future__ import annotations

import hashlib
import json

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.results.models import LineKind, Origin, ResultSheet, SheetState
from prongsai.office.results.printed import Printed
from prongsai.office.results.services.beginning import begin_sheet
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def confirm(*, acting: Acting, sheet: ResultSheet) -> None:
    """Confirm a version: from now on it holds, and never changes. A total that does not match stays as printed.

    Refuses Conflict: confirmed already, a doubt without an answer, no score at all.
    """
    current = _reviewed(sheet)
    lines = list(current.lines.all())
    if any(line.is_open for line in lines):
        raise Conflict(_("A score in doubt still waits for your answer."))
    if not any(line.value is not None for line in lines):
        raise Conflict(_("There is no score on this sheet."))
    content = {"year": current.round.fiscal_year, "lines": [line.content() for line in lines]}
    current.mark = hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    current.state, current.confirmed, current.confirmed_by = SheetState.CONFIRMED, today(acting.agency), acting.actor
    current.save(update_fields=["mark", "state", "confirmed", "confirmed_by"])
    corrected = sum(line.is_corrected for line in lines)
    figures = {"year": current.round.fiscal_year, "version": current.number, "corrected": corrected}
    record(acting, "results.confirmed", thing=current, figures=figures)


@transaction.atomic
def drop(*, acting: Acting, sheet: ResultSheet) -> None:
    """Drop a version that is not confirmed. Its paper stays. Refuses Conflict on a confirmed one."""
    current = _reviewed(sheet)
    figures = {"year": current.round.fiscal_year, "version": current.number}
    record(acting, "results.dropped", thing=current, figures=figures)
    current.delete()


@transaction.atomic
def begin_copy(*, acting: Acting, sheet: ResultSheet) -> ResultSheet:
    """Begin the next version as a copy of a confirmed one. Refuses Conflict while another version waits."""
    if not sheet.is_confirmed or ResultSheet.objects.filter(round=sheet.round_id).waiting().exists():
        raise Conflict(_("Another version of this year waits to be looked through."))
    printed = [
        Printed(LineKind(line.kind), line.code, line.said, line.value, line.word, line.remark)
        for line in sheet.lines.all()
    ]
    return begin_sheet(acting, sheet.round, printed, origin=Origin.COPIED, paper=sheet.paper)


def _reviewed(sheet: ResultSheet) -> ResultSheet:
    current = ResultSheet.objects.select_for_update(of=("self",)).select_related("round").get(pk=sheet.pk)
    if current.is_confirmed:
        raise Conflict(_("This version is confirmed and stays as it is. Begin a new one to change something."))
    return current
