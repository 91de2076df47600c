"""Two cases that are one: the double is marked and points to the other, nothing is deleted."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.services.moving import move
from prongsai.registers.cases.services.writing import add_entry, locked
from prongsai.registers.cases.states import CaseState


@transaction.atomic
def join(*, acting: Acting, double: Case, into: Case) -> Case:
    """Join a double to the case that goes on. Refuses Conflict for itself, for a case at its end, for another kind.

    The code of the double goes on to open the double, which tells its applicant only that it is worked on as another
    case: who handed in the other one may be somebody else.
    """
    if double.pk == into.pk:
        raise Conflict(_("A case cannot be joined to itself."))
    first, second = sorted((double.pk, into.pk))
    cases = {pk: locked(Case(pk=pk)) for pk in (first, second)}  # always in one order, so that two never wait in turn
    kept = cases[into.pk]
    if not kept.is_open or kept.kind != double.kind:
        raise Conflict(_("A case is joined to an open one of the same kind."))
    words = _("Joined to %(case)s, which goes on.") % {"case": kept.told_number}
    moved = move(acting=acting, case=double, to=CaseState.MERGED, words=words, merged_into=kept)
    add_entry(kept, EntryKind.DOUBLE, acting, today(acting.agency), words=double.told_number)
    record(acting, "cases.joined", thing=kept, figures={"double": double.pk})
    return moved
