"""Places, what hangs there, who saw it, rounds of checking, lists that wait for review."""

from prongsai.registers.placements.models.imports import ReadPlacements
from prongsai.registers.placements.models.place import Place
from prongsai.registers.placements.models.placement import Kind, Placement, State, Topic
from prongsai.registers.placements.models.rounds import CheckingHabit, CheckingRound
from prongsai.registers.placements.models.sighting import Found, Sighting

__all__ = [
    "CheckingHabit",
    "CheckingRound",
    "Found",
    "Kind",
    "Place",
    "Placement",
    "ReadPlacements",
    "Sighting",
    "State",
    "Topic",
]
