"""Policies in force from a list: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import compact, single_line
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.policies.models import Policy, PolicyKind, PolicyVersion, ReadPolicies
from prongsai.registers.policies.services.drafting import PolicyText, add_existing
from prongsai.registers.policies.sheet import Listed

KEPT = timedelta(days=7)
"""A list that nobody looked through goes after a week."""


@transaction.atomic
def keep_import(*, acting: Acting, agency: Agency, file_name: str, listed: Sequence[Listed]) -> ReadPolicies:
    """Keep what a file was read as until somebody has looked through it."""
    made: ReadPolicies = ReadPolicies.objects.create(
        agency=agency,
        file_name=single_line(file_name)[:200],
        found=[each.as_json() for each in listed],
        made_by=acting.actor,
    )
    return made


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ReadPolicies, unit: Unit) -> list[PolicyVersion]:
    """Write all policies of a list down as in force; those whose title is known are left as they are.

    `unit` owns what names no unit, or one that is not known. They are not public until somebody says so. Refuses
    Conflict, and nothing is taken in, where a row cannot be read, or the list was taken in or dropped before.
    """
    current = (
        ReadPolicies.objects.select_for_update(of=("self",)).select_related("agency").filter(pk=waiting.pk).first()
    )
    if current is None:
        raise Conflict(_("This file was taken in or dropped before."))
    new = new_ones([Listed.of_json(told) for told in current.found])
    if any(each.faults for each in new):
        raise Conflict(_("Some lines cannot be read. Mend the file and send it again: all is taken in, or nothing."))
    units = {compact(each.name): each for each in Unit.objects.standing(today(current.agency))}
    taken = [_write_down(acting, current.agency_id, each, units.get(compact(each.unit), unit)) for each in new]
    record(acting, "policies.imported", figures={"policies": len(taken)})
    current.delete()
    return taken


@transaction.atomic
def drop_import(*, waiting: ReadPolicies) -> None:
    """Take nothing of a list."""
    waiting.delete()


def new_ones(listed: Sequence[Listed]) -> list[Listed]:
    """Give the rows whose title is not in the register yet, each once."""
    known = {compact(title) for title in Policy.objects.values_list("title", flat=True)}
    found = []
    for each in listed:
        if not each.title or compact(each.title) not in known:
            known.add(compact(each.title))
            found.append(each)
    return found


def remove_old_imports(now: datetime) -> int:
    """Remove lists that nobody looked through within a week; give how many."""
    return ReadPolicies.objects.filter(made__lt=now - KEPT).delete()[0]


def _write_down(acting: Acting, agency: int, each: Listed, unit: Unit) -> PolicyVersion:
    assert each.signed and each.since  # else the row had a fault
    return add_existing(
        acting=acting,
        agency=agency,
        told=PolicyText(PolicyKind(each.kind), each.title, unit, each.text, is_public=False),
        signed=each.signed,
        since=each.since,
        number=each.number,
        signer_post=each.signer_post,
    )
