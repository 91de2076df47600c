"""Tracking codes: finding a case by one, and giving a new one to who lost the slip."""

from __future__ import annotations

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.services.writing import add_entry, locked
from prongsai.registers.cases.tracking_code import PREFIX, fits, fresh_code, hash_of, read_code

_NOBODY = hash_of("", key="nothing opens this")


def case_of_code(typed: str) -> Case | None:
    """Give the case of the agency that speaks which a typed code opens. Wrong codes cost the same as right ones."""
    code = read_code(typed)
    found = list(Case.objects.filter(code_prefix=code[:PREFIX])) if code else []
    opened = [case for case in found if fits(code, case.code_hash)]
    if not found:
        fits(code, _NOBODY)
    return opened[0] if opened else None


@transaction.atomic
def give_new_code(*, acting: Acting, case: Case) -> str:
    """Give a case a new code; the old one opens nothing any more."""
    current, code = locked(case), fresh_code()
    current.code_prefix, current.code_hash = code[:PREFIX], hash_of(code)
    current.save(update_fields=["code_prefix", "code_hash"])
    add_entry(current, EntryKind.NEW_CODE, acting, today(acting.agency))
    record(acting, "cases.new_code", thing=current)
    return code
