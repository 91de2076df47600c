"""Changing what was written down of a case: subject, service, time, the applicant's data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.calendar.working import calendar_of_speaker
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.services.clock import set_clock
from prongsai.registers.cases.services.writing import add_entry, locked, set_follow_ups

FIELDS = ("subject", "body", "asker_name", "asker_phone", "asker_contact", "limit_days")
"""What may be changed; number, channel and day of receipt stay as they were written down."""


@transaction.atomic
def rewrite(*, acting: Acting, case: Case, told: Mapping[str, Any]) -> Case:
    """Change fields of a case, by name; others are left alone. The clock is set anew."""
    current = locked(case)
    changed = [name for name in FIELDS if name in told and getattr(current, name) != told[name]]
    for name in changed:
        setattr(current, name, told[name])
    set_clock(current, calendar_of_speaker())
    current.keep_search_text(current.service.name if current.service else "")
    current.save()
    day = today(acting.agency)
    if changed:
        labels = [str(Case._meta.get_field(name).verbose_name) for name in changed]  # type: ignore[union-attr]
        add_entry(current, EntryKind.CHANGED, acting, day, words=", ".join(labels))
    set_follow_ups(current, acting, day)
    record(acting, "cases.rewritten", thing=current, figures={"fields": len(changed)})
    return current
