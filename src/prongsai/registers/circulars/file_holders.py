"""Files of circulars and briefings: what goes with them, signed memos, signed sheets."""

from __future__ import annotations

from django.urls import reverse

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE
from prongsai.registers.circulars.models import Briefing, Circular, SignedSheet
from prongsai.registers.circulars.models.circular import WRITERS


def _sees_circular(acting: Acting, circular: int) -> bool:
    return Circular.objects.visible_to(acting).filter(pk=circular).exists()


def _writes_circular(acting: Acting, circular: int) -> bool:
    found = Circular.objects.visible_to(acting).filter(pk=circular).first()
    return found is not None and found.is_draft and acting.has(*WRITERS)


def _tell_circular(circular: int) -> Told:
    found = Circular.objects.get(pk=circular)
    return Told(found.subject, found.get_absolute_url())


def _keeps_sheet(acting: Acting, sheet: int) -> bool:
    """Let only the sender of the circular see a signed sheet: it shows who did not sign."""
    found = SignedSheet.objects.select_related("circular").filter(pk=sheet, agency=acting.agency).first()
    return found is not None and found.circular.is_kept_by(acting)


def _tell_sheet(sheet: int) -> Told:
    found = SignedSheet.objects.select_related("circular").get(pk=sheet)
    return Told(str(found), reverse("circular-list", args=[found.circular_id]))


def _sees_briefing(acting: Acting, briefing: int) -> bool:
    return Briefing.objects.visible_to(acting).filter(pk=briefing).exists()


def _writes_briefing(acting: Acting, briefing: int) -> bool:
    found = Briefing.objects.visible_to(acting).filter(pk=briefing).first()
    if found is None or not acting.has(*WRITERS):
        return False
    return found.is_draft or found.is_kept_by(acting)


def _keeps_briefing(acting: Acting, briefing: int) -> bool:
    found = Briefing.objects.filter(pk=briefing, agency=acting.agency).first()
    return found is not None and found.is_kept_by(acting)


def _tell_briefing(briefing: int) -> Told:
    found = Briefing.objects.get(pk=briefing)
    return Told(found.subject, found.get_absolute_url())


def _never(_acting: Acting, _thing: int) -> bool:
    return False


CIRCULAR_FILE = Holder(
    "circular-file", _sees_circular, _writes_circular, _tell_circular, EVIDENCE, by_link=True, listed=True
)
CIRCULAR_PAPER = Holder("circular-paper", _sees_circular, _never, _tell_circular, EVIDENCE, listed=True)
CIRCULAR_SHEET = Holder("circular-sheet", _keeps_sheet, _never, _tell_sheet, EVIDENCE)
BRIEFING_FILE = Holder(
    "briefing-file", _sees_briefing, _writes_briefing, _tell_briefing, EVIDENCE, by_link=True, listed=True
)
BRIEFING_SHEET = Holder("briefing-sheet", _keeps_briefing, _never, _tell_briefing, EVIDENCE)
HOLDERS = (CIRCULAR_FILE, CIRCULAR_PAPER, CIRCULAR_SHEET, BRIEFING_FILE, BRIEFING_SHEET)
