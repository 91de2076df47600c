"""What the pages of this room fetch, as far as who asks may see it; and who may ask."""

from __future__ import annotations

from django.shortcuts import get_object_or_404

from prongsai.office.results.file_holders import READERS
from prongsai.office.results.models import ReadPaper, ResultSheet, ScoreLine
from prongsai.office.rounds.models import Round
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role

WRITERS = (Role.COORDINATOR,)
__all__ = ["READERS", "WRITERS", "line_or_404", "paper_or_404", "round_or_404", "sheet_or_404"]


def round_or_404(acting: Acting, round_id: int) -> Round:
    """Give a round."""
    return get_object_or_404(Round.objects.visible_to(acting), pk=round_id)


def sheet_or_404(acting: Acting, sheet: int) -> ResultSheet:
    """Give a result sheet."""
    return get_object_or_404(ResultSheet.objects.visible_to(acting).select_related("round", "paper"), pk=sheet)


def line_or_404(acting: Acting, line: int) -> ScoreLine:
    """Give a score."""
    sheets = ResultSheet.objects.visible_to(acting)
    return get_object_or_404(ScoreLine.objects.filter(sheet__in=sheets).select_related("sheet__round"), pk=line)


def paper_or_404(acting: Acting, paper: int) -> ReadPaper:
    """Give a paper."""
    return get_object_or_404(ReadPaper.objects.visible_to(acting), pk=paper)
