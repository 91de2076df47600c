"""What is done with placements, and what other rooms may call. Every write is one transaction with its line."""

from prongsai.registers.placements.services.checking import (
    Seen,
    begin_round,
    end_round,
    note_sighting,
    set_habit,
    unchecked,
)
from prongsai.registers.placements.services.hanging import (
    Hung,
    add_place,
    change_place,
    change_placement,
    hang,
    placements_of,
    take_down,
)
from prongsai.registers.placements.services.importing import accept_import

__all__ = [
    "Hung",
    "Seen",
    "accept_import",
    "add_place",
    "begin_round",
    "change_place",
    "change_placement",
    "end_round",
    "hang",
    "note_sighting",
    "placements_of",
    "set_habit",
    "take_down",
    "unchecked",
]
