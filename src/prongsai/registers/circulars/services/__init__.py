"""What is done with circulars and briefings, and what others may ask. Every write is one transaction with its line."""

from prongsai.registers.circulars.services.acknowledging import acknowledge, note_opening
from prongsai.registers.circulars.services.attending import record_attendance
from prongsai.registers.circulars.services.calling import (
    add_briefing,
    call_off,
    call_people,
    drop_briefing,
    save_briefing,
)
from prongsai.registers.circulars.services.counting import Counts, counts_of, sentence_of
from prongsai.registers.circulars.services.drafting import add_circular, drop_circular, save_circular
from prongsai.registers.circulars.services.importing import accept_import
from prongsai.registers.circulars.services.recording import record_paper, record_sheet, record_told, take_back
from prongsai.registers.circulars.services.sending import add_receivers, send, withdraw

__all__ = [
    "Counts",
    "accept_import",
    "acknowledge",
    "add_briefing",
    "add_circular",
    "add_receivers",
    "call_off",
    "call_people",
    "counts_of",
    "drop_briefing",
    "drop_circular",
    "note_opening",
    "record_attendance",
    "record_paper",
    "record_sheet",
    "record_told",
    "save_briefing",
    "save_circular",
    "send",
    "sentence_of",
    "take_back",
    "withdraw",
]
