"""What an OIT item asks for, what an office has put there, and what that would score: an internal estimate."""

from prongsai.ita.analysis.item_check.asked import AskedElement, AskedItem, AskedMonth, AskedYear, asked_of
from prongsai.ita.analysis.item_check.checking import ItemCheck, check_item
from prongsai.ita.analysis.item_check.earlier import EarlierElements, earlier_elements
from prongsai.ita.analysis.item_check.parts import PartResult, Verdict
from prongsai.ita.analysis.item_check.placed import Checked, ElementState, Month, PlacedItem, months_of_first_half
from prongsai.ita.analysis.item_check.predicting import INTERNAL, Gap, Range, YearPrediction, predict_year

__all__ = [
    "INTERNAL",
    "AskedElement",
    "AskedItem",
    "AskedMonth",
    "AskedYear",
    "Checked",
    "EarlierElements",
    "ElementState",
    "Gap",
    "ItemCheck",
    "Month",
    "PartResult",
    "PlacedItem",
    "Range",
    "Verdict",
    "YearPrediction",
    "asked_of",
    "check_item",
    "earlier_elements",
    "months_of_first_half",
    "predict_year",
]
