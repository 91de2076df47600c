"""Papers as read, result sheets, and the scores on them."""

from prongsai.office.results.models.line import LineKind, ScoreLine
from prongsai.office.results.models.paper import ReadPaper
from prongsai.office.results.models.sheet import Origin, ResultSheet, SheetState

__all__ = ["LineKind", "Origin", "ReadPaper", "ResultSheet", "ScoreLine", "SheetState"]
