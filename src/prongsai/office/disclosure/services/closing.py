"""Closing a set for the assessment, and opening it again for a reason."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.disclosure.content import mark_of
from prongsai.office.disclosure.log import ActKind
from prongsai.office.disclosure.models import ClosedSet, Home, Publication
from prongsai.office.disclosure.register import code_of, home_of
from prongsai.office.disclosure.services.closed_sets import closed_set_of
from prongsai.office.disclosure.services.homes import address_of
from prongsai.office.disclosure.services.logging_acts import DEED_OF, figures_of, hold_log, log_act
from prongsai.office.disclosure.services.publishing import act_of
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.choices import agency_of
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def close_set(acting: Acting, cycle: Round) -> ClosedSet:
    """Close what stands of a year: each item with its address and its files, as an act in the log.

    Refuses Conflict: closed already, nothing stands, an item at the contractor's without its address.
    """
    agency = agency_of(acting)
    hold_log(agency.pk)
    if closed_set_of(cycle):
        raise Conflict(_("The set is closed already."))
    standing = standing_of(cycle)
    if not standing:
        raise Conflict(_("Nothing is published yet."))
    lacking = [code_of(each.item) for each in standing if not closing_address(each)]
    if lacking:
        said = _("Enter first where these stand at the contractor's site: %(items)s.")
        raise Conflict(said % {"items": ", ".join(lacking)})
    addresses = {code_of(each.item): closing_address(each) for each in standing}
    marks = {code_of(each.item): each.mark for each in standing}
    made = ClosedSet.objects.create(
        agency=agency,
        round=cycle,
        closed=today(agency),
        addresses=addresses,
        mark=mark_of({"addresses": addresses, "marks": marks}),
        made_by=acting.actor,
    )
    for each in standing:
        act = act_of(ActKind.FREEZE, each, acting, address=addresses[code_of(each.item)])
        row = log_act(agency=agency, act=act, item=each.item, publication=each)
    record(acting, DEED_OF[ActKind.FREEZE], thing=made, figures=figures_of(row) | {"items": len(standing)})
    return made


@transaction.atomic
def open_set(acting: Acting, cycle: Round, because: str) -> ClosedSet:
    """Open the closed set of a year for a reason; its record stays as it was. Refuses Conflict: none is closed."""
    hold_log(agency_of(acting).pk)
    closed = closed_set_of(cycle)
    if closed is None:
        raise Conflict(_("No set is closed."))
    if not because.strip():
        raise Conflict(_("Say why it is opened again."))
    closed.opened, closed.opened_because = today(acting.agency), because.strip()
    closed.save(update_fields=["opened", "opened_because"])
    record(acting, "disclosure.set_opened", thing=closed)
    return closed


def standing_of(cycle: Round) -> list[Publication]:
    """Give what stands of a year, without what was withdrawn, in the order of the items."""
    rows = Publication.objects.filter(item__round=cycle, withdrawn__isnull=True).standing()
    return list(rows.select_related("item__round", "item__agency").order_by("item_id"))


def closing_address(publication: Publication) -> str:
    """Give the address that would be sent; empty where the contractor's is not entered yet.

    On our own site it is the path alone where the installation does not know its address in the world.
    """
    if home_of(publication.item) is Home.CONTRACTOR:
        return publication.item.address
    return address_of(publication.item) or f"/site/{publication.item.agency.code}/{publication.path}"
