"""Circulars, who received them, the sheets that were signed; briefings and who came."""

from prongsai.registers.circulars.models.addressed import Audience
from prongsai.registers.circulars.models.briefing import Attendee, Briefing, BriefingState
from prongsai.registers.circulars.models.circular import Circular, CircularState
from prongsai.registers.circulars.models.imports import ImportedCirculars, ListKind
from prongsai.registers.circulars.models.receiver import Receiver, SignedSheet, Way

__all__ = [
    "Attendee",
    "Audience",
    "Briefing",
    "BriefingState",
    "Circular",
    "CircularState",
    "ImportedCirculars",
    "ListKind",
    "Receiver",
    "SignedSheet",
    "Way",
]
