"""Tells the system administrator that back-ups are missing or broken, at the latest a day after it began."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob

from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.backup.checkup import backup_findings
from prongsai.platform.backup.notice_kinds import TROUBLE
from prongsai.platform.notices.links import Link
from prongsai.platform.notices.services import notify, settle
from prongsai.platform.supervisor.checkup import Finding, Verdict
from prongsai.platform.ui.wording import moment_in_words

TOLD_AS = {
    "backup-none": _("There is no back-up at all."),
    "backup-broken": _("A back-up is broken and cannot be used: {file}"),
    "backup": _("The newest back-up is of {made}."),
}
BY_ITSELF = ("back_up", "verify_log")
"""The nightly tasks of this room whose failure nobody waits for."""


def tell_administrators(agency: Agency, folder: Path, state: Path, *, by: str, now: datetime | None = None) -> bool:
    """Tell the system administrators of an agency what is wrong, in place of what they were told before.

    Only where the agency has the installation for itself: who runs one for many looks with `prongsai doctor`. Say
    whether there was something to tell.
    """
    if Agency.objects.exclude(pk=agency.pk).exists():
        return False
    settle(kind=TROUBLE.key, thing=agency.pk, by=by)
    administrators = list(User.objects.filter(grants__role=Role.SYSTEM_ADMIN, is_active=True).distinct())
    troubles = list(_troubles(folder, state, now))
    if not troubles or not administrators:
        return False
    notify(
        to=administrators,
        kind=TROUBLE.key,
        by=by,
        subject=_("Back-ups or the record of deeds need looking after"),
        words=format_lazy("\n".join("{}" for _trouble in troubles), *troubles),
        link=Link("jobs-parked"),
        thing=agency.pk,
    )
    return True


def _troubles(folder: Path, state: Path, now: datetime | None) -> Iterator[str | Promise]:
    for finding in backup_findings(folder, state, now):
        if finding.verdict is Verdict.WRONG:
            yield format_lazy(TOLD_AS[finding.code], **_said(finding))
    parked = ProcrastinateJob.objects.filter(status="failed", task_name__startswith="prongsai.platform.backup.")
    names = {name.rpartition(".")[2] for name in parked.values_list("task_name", flat=True)}
    if BY_ITSELF[0] in names:
        yield _("The nightly back-up failed three times and is parked.")
    if BY_ITSELF[1] in names:
        yield _("The nightly check of the record of deeds failed and is parked. Run: prongsai verify")


def _said(finding: Finding) -> dict[str, str]:
    return {
        name: moment_in_words(value) if isinstance(value, datetime) else Path(str(value)).name
        for name, value in finding.facts.items()
    }
