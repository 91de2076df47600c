"""Cases, what happened to them, their running numbers, who receives what comes by the web."""

from prongsai.registers.cases.models.case import Case
from prongsai.registers.cases.models.counter import CaseCounter
from prongsai.registers.cases.models.entry import CaseEntry, EntryKind
from prongsai.registers.cases.models.front_desk import FrontDesk
from prongsai.registers.cases.models.imports import ImportedCases

__all__ = ["Case", "CaseCounter", "CaseEntry", "EntryKind", "FrontDesk", "ImportedCases"]
