"""The part of the demonstration that is this room's: the items of 2568 as they stand on 17 March 2568."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.db import transaction

from prongsai.ita.catalogue.pages import ModelSection, page_for
from prongsai.office.data_calls.services import hand_ins_of
from prongsai.office.disclosure.asked import asked_in
from prongsai.office.disclosure.models import DisclosedItem, Piece, PieceKind, SiteHome
from prongsai.office.disclosure.services import ensure_items, items_of, publish
from prongsai.office.rounds.models import Round
from prongsai.office.rounds.services import round_of
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency
from prongsai.platform.demo.papers.shipped import AGENCY
from prongsai.platform.demo.story import story_of
from prongsai.platform.tenancy.speaker import speaking

ACTOR = "command:load_demo_disclosure"
Told = Mapping[str, Any]


def demo_items() -> dict[str, Any]:
    """Give the items of the story as they are told."""
    told: dict[str, Any] = story_of("prongsai.office.disclosure")
    return told


@transaction.atomic
def load_demo_disclosure(agency: Agency) -> int:
    """Give the office of the story what it has put under its items; give how many pieces are new. The twin gets none.

    Where a year has its items already, or is not there, nothing is changed.
    """
    if agency.name != AGENCY:
        return 0
    told = demo_items()
    with speaking(agency.pk, actor=ACTOR):
        cycle = round_of(told["year"])
        if cycle is None or DisclosedItem.objects.exists():
            return 0
        SiteHome.objects.get_or_create(agency=agency, defaults={"own": told["own"]})
        count = put_in(cycle, told["items"])
        publish_of(agency, cycle, told["published"])
    return count


def put_in(cycle: Round, told: Mapping[str, Told]) -> int:
    """Make the items of a year and what the story has under each; give how many pieces there are."""
    came = {each.code: each for each in hand_ins_of(cycle)}
    made: list[Piece] = []
    for item in ensure_items(cycle, ACTOR):
        if item.code not in told:
            continue
        pieces = list(_pieces(cycle, item, told[item.code]))
        if item.code in came:
            pieces[0].hand_in_id, pieces[0].received = came[item.code].hand_in, came[item.code].received
        made += pieces
        if waits := told[item.code].get("waits"):
            item.waits = waits
            item.save()
    Piece.objects.bulk_create(made)
    return len(made)


def publish_of(agency: Agency, cycle: Round, codes: Sequence[str]) -> None:
    """Publish some items as the coordinator, who did not write them alone."""
    coordinator = User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk").first()
    if coordinator is None:
        return
    for item in items_of(cycle):
        if item.code in codes:
            publish(acting_as(coordinator), item)


def _pieces(cycle: Round, item: DisclosedItem, told: Told) -> Iterator[Piece]:
    asked = asked_in(cycle.framework)[item.code].item
    elements = {element.text for element in asked.elements}
    covers = next((wanted.year for wanted in asked.years), None)
    for order, fields in enumerate(_listed(cycle, item, told)):
        fields.setdefault("element", fields["heading"] if fields["heading"] in elements else "")
        kind = PieceKind.TABLE if fields.get("rows") else PieceKind.WORDS
        yield Piece(
            agency_id=cycle.agency_id, item=item, kind=kind, order=order, covers=covers, made_by=ACTOR, **fields
        )


def _listed(cycle: Round, item: DisclosedItem, told: Told) -> Iterator[dict[str, Any]]:
    if told.get("model"):
        page = page_for(cycle.framework, item.code)
        without = set(told.get("without", ()))
        for section in page.sections if page else ():
            if without.isdisjoint(element.text for element in section.elements):
                yield _of_section(section)
    yield from (dict(fields) for fields in told.get("pieces", ()))


def _of_section(section: ModelSection) -> dict[str, Any]:
    table = [list(section.table.columns), *map(list, section.table.rows)] if section.table else []
    return {
        "heading": section.heading,
        "element": section.elements[0].text,
        "words": "\n".join(section.text),
        "rows": table,
    }
