"""What the pages of this room fetch, as far as who asks may see it; and who may change it."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from prongsai.office.disclosure.asked import Asked, asked_in
from prongsai.office.disclosure.models import DisclosedItem, Piece
from prongsai.office.disclosure.register import code_of, owner_of
from prongsai.office.disclosure.rights import may_write
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.ui.refusals import Conflict


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting).select_related("agency"), pk=round_id)


def item_or_404(acting: Acting, item: int) -> DisclosedItem:
    """Give an item."""
    rows = DisclosedItem.objects.visible_to(acting).select_related("round__agency", "agency")
    return get_object_or_404(rows, pk=item)


def piece_or_404(acting: Acting, piece: int) -> Piece:
    """Give a piece."""
    items = DisclosedItem.objects.visible_to(acting)
    rows = Piece.objects.filter(item__in=items).select_related("item__round__agency", "item__agency", "report__round")
    return get_object_or_404(rows, pk=piece)


def check_may_write(acting: Acting, item: DisclosedItem) -> None:
    """Refuse Conflict to who does not prepare this item, and in a closed year."""
    if item.round.closed:
        raise Conflict(_("This year is closed. Open it again to change something."))
    if not may_write(acting, owner_of(item)):
        raise Conflict(_("Another unit prepares this item. Its officers and the coordinator can change it."))


def asked_of_item(item: DisclosedItem) -> Asked | None:
    """Give what the year asks for under an item, None where it has it no more."""
    return asked_in(item.round.framework).get(code_of(item))


def elements_of(item: DisclosedItem) -> list[str]:
    """Give the elements of an item in the catalogue's words."""
    asked = asked_of_item(item)
    return [element.text for element in asked.item.elements] if asked else []
