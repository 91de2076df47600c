"""Manuals from a file: read, kept for review, taken in whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.reading.service import FoundService
from prongsai.ita.thai import compact
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Unit
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.files.waiting_lists import open_list, removal_of
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.services.models import ImportedManuals, Service
from prongsai.registers.services.services.drafting import add_service, start_version


@transaction.atomic
def accept_import(*, acting: Acting, waiting: ImportedManuals, unit: Unit) -> list[Service]:
    """Make drafts of all services of an import: new ones, and next versions of those whose name is known.

    `unit` owns the services whose unit is not known by its name. Refuses Conflict, and nothing is taken in, where one
    cannot be taken: no name, or a version that is still being worked on.
    """
    current = open_list(waiting)
    found = [FoundService.of_json(told) for told in current.found]
    if blocked := blocking(found):
        raise Conflict(_("Nothing was taken in: %(names)s") % {"names": ", ".join(blocked)})
    known = known_services()
    units = {compact(each.name): each for each in Unit.objects.standing(today(acting.agency))}
    taken = []
    for service in found:
        there = known.get(compact(service.sheet.name))
        if there:
            start_version(acting=acting, service=there, sheet=service.sheet)
            taken.append(there)
        else:
            owner = units.get(compact(service.sheet.unit), unit)
            taken.append(add_service(acting=acting, agency=current.agency_id, unit=owner, sheet=service.sheet))
    record(acting, "services.imported", figures={"services": len(taken)})
    current.delete()
    return taken


def blocking(found: Sequence[FoundService]) -> list[str]:
    """Give the names (or places) of what keeps an import out: no name, twice the same, a version still in work."""
    known, seen, blocked = known_services(), set(), []
    for service in found:
        key = compact(service.sheet.name)
        there = known.get(key)
        if not key or key in seen or (there and there.versions.open().exists()):
            blocked.append(service.sheet.name or service.place)
        seen.add(key)
    return blocked


def known_services() -> dict[str, Service]:
    """Give the offered services of the agency that speaks by their names."""
    return {compact(service.name): service for service in Service.objects.offered()}


remove_old_imports = removal_of(ImportedManuals)
