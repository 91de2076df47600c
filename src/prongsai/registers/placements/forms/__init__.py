"""Forms of the register of placements."""

from prongsai.registers.placements.forms.checking import HabitForm, RoundForm, SightingForm
from prongsai.registers.placements.forms.importing import AcceptImportForm, ImportForm
from prongsai.registers.placements.forms.register import PlaceForm, PlacementForm, SearchForm, TakeDownForm

__all__ = [
    "AcceptImportForm",
    "HabitForm",
    "ImportForm",
    "PlaceForm",
    "PlacementForm",
    "RoundForm",
    "SearchForm",
    "SightingForm",
    "TakeDownForm",
]
