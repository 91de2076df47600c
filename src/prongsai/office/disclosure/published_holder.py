"""Files of what was published: kept for good, whatever becomes of the pieces from which they came."""

from __future__ import annotations

from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.rights import READERS
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE


def _sees(acting: Acting, item: int) -> bool:
    return acting.has(*READERS) and DisclosedItem.objects.visible_to(acting).filter(pk=item).exists()


def _never(_acting: Acting, _item: int) -> bool:
    """Refuse: what was published does not change; a correction is the next version."""
    return False


def _tell(item: int) -> Told:
    found = DisclosedItem.objects.get(pk=item)
    return Told(str(found), found.get_absolute_url())


PUBLISHED_FILE = Holder(
    key="disclosure-published", may_read=_sees, may_change=_never, tell=_tell, purpose=EVIDENCE, listed=True
)
