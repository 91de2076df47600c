"""Policies in force from a list: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, refuse_faults, removal_of
from prongsai.registers.policies.models import Policy, PolicyKind, PolicyVersion, ReadPolicies
from prongsai.registers.policies.services.drafting import PolicyText, add_existing
from prongsai.registers.policies.sheet import Listed


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ReadPolicies, unit: Unit) -> list[PolicyVersion]:
    """Write all policies of a list down as in force; those whose title is known are left as they are.

    `unit` owns what names no unit, or one that is not known. They are not public until somebody says so. Refuses
    Conflict, and nothing is taken in, where a row cannot be read, or the list was taken in or dropped before.
    """
    current = open_list(waiting)
    new = new_ones([Listed.of_json(told) for told in current.found])
    refuse_faults(new)
    units = {compact(each.name): each for each in Unit.objects.standing(today(current.agency))}
    taken = [_write_down(acting, current.agency_id, each, units.get(compact(each.unit), unit)) for each in new]
    record(acting, "policies.imported", figures={"policies": len(taken)})
    current.delete()
    return taken


def new_ones(listed: Sequence[Listed]) -> list[Listed]:
    """Give the rows whose title is not in the register yet, each once."""
    known = {compact(title) for title in Policy.objects.values_list("title", flat=True)}
    found = []
    for each in listed:
        if not each.title or compact(each.title) not in known:
            known.add(compact(each.title))
            found.append(each)
    return found


remove_old_imports = removal_of(ReadPolicies)


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
