"""Files that are pieces of an item."""

from __future__ import annotations

from prongsai.office.disclosure.models import Clarification, Piece
from prongsai.office.disclosure.models.items import READERS
from prongsai.office.disclosure.register import owner_of
from prongsai.office.disclosure.rights import may_write
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE


def _sees(acting: Acting, piece: int) -> bool:
    return acting.has(*READERS) and Piece.objects.filter(pk=piece, agency=acting.agency).exists()


def _changes(acting: Acting, piece: int) -> bool:
    found = Piece.objects.select_related("item__round").filter(pk=piece).first()
    return found is not None and not found.item.round.closed and may_write(acting, owner_of(found.item))


def _tell(piece: int) -> Told:
    found = Piece.objects.select_related("item").get(pk=piece)
    return Told(str(found), found.item.get_absolute_url())


def _sees_answer(acting: Acting, clarification: int) -> bool:
    return acting.has(*READERS) and Clarification.objects.filter(pk=clarification, agency=acting.agency).exists()


def _never(_acting: Acting, _clarification: int) -> bool:
    """Refuse: a signed copy comes by its own form and stays."""
    return False


def _tell_answer(clarification: int) -> Told:
    found = Clarification.objects.select_related("remark__item").get(pk=clarification)
    return Told(str(found), found.get_absolute_url())


PIECE_FILE = Holder(
    key="disclosure-piece", may_read=_sees, may_change=_changes, tell=_tell, purpose=EVIDENCE, listed=True
)
SIGNED_CLARIFICATION = Holder(
    key="disclosure-clarification",
    may_read=_sees_answer,
    may_change=_never,
    tell=_tell_answer,
    purpose=EVIDENCE,
    listed=True,
)
