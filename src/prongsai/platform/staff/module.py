"""The card of the staff room."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, PersonalRecord

READERS = (
    Role.OFFICER,
    Role.UNIT_HEAD,
    Role.COORDINATOR,
    Role.EXECUTIVE,
    Role.INVESTIGATOR,
    Role.AUDITOR,
    Role.SYSTEM_ADMIN,
)
KEEPERS = (Role.COORDINATOR, Role.SYSTEM_ADMIN)
LIST_KEPT = timedelta(days=7)
DUTY = "public task of the agency (s. 24 (4))"


def blank_old_lists(now: datetime) -> int:
    """Blank what was read from lists that nobody decided on within a week; give how many."""
    from prongsai.platform.staff.models import StaffImport  # noqa: PLC0415 the card is read while Django starts

    old = StaffImport.objects.filter(decided=None, made__lt=now - LIST_KEPT)
    return old.update(told={}, decided=now)


MODULE = Module(
    key="staff",
    title=gettext_noop("Agency and staff"),
    menu=(
        MenuEntry(gettext_noop("Agency and staff"), "staff", frozenset(READERS), order=700),
        MenuEntry(gettext_noop("Working days"), "working-days", frozenset(READERS), order=710),
    ),
    records=(
        PersonalRecord(
            "staff.StaffImport",
            ("told", "made_by"),
            purpose="a staff list that waits for a person's yes",
            ground=DUTY,
            until="blanked when it is taken over or dropped, after a week at the latest",
            period=LIST_KEPT,
            remove=blank_old_lists,
        ),
        PersonalRecord(
            "staff.HandOver",
            ("person", "lines", "made_by"),
            purpose="what somebody who left handed over, and to whom",
            ground=DUTY,
            until="kept with the personnel papers of the office; removed by decision under the archive rules",
        ),
    ),
)
