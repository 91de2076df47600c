"""What the pages about the contractor and about remarks fetch; 404 for what is another agency's."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.office.disclosure.models import Change, ChangeList, Clarification, ItemRemark
from prongsai.platform.accounts.acting import Acting


def list_or_404(acting: Acting, found: int) -> ChangeList:
    """Give a list for the contractor."""
    rows = ChangeList.objects.filter(agency=acting.agency).select_related("round__agency", "agency")
    return get_object_or_404(rows, pk=found)


def change_or_404(acting: Acting, change: int) -> Change:
    """Give a change of a list."""
    rows = Change.objects.filter(agency=acting.agency).select_related(
        "list__round", "item__round__agency", "item__agency"
    )
    return get_object_or_404(rows, pk=change)


def remark_or_404(acting: Acting, remark: int) -> ItemRemark:
    """Give a remark of the assessor."""
    rows = ItemRemark.objects.filter(agency=acting.agency).select_related("item__round__agency", "item__agency")
    return get_object_or_404(rows, pk=remark)


def clarification_or_404(acting: Acting, found: int) -> Clarification:
    """Give a clarification."""
    rows = Clarification.objects.filter(agency=acting.agency).select_related("remark__item__round__agency", "agency")
    return get_object_or_404(rows, pk=found)
