"""Who hands in which item, what was asked of whom, what came, and how it was followed up."""

from prongsai.office.data_calls.models.calls import Addressee, DataCall
from prongsai.office.data_calls.models.hand_ins import HandIn, Outcome
from prongsai.office.data_calls.models.items import CalledItem, ItemState
from prongsai.office.data_calls.models.owners import ItemOwner
from prongsai.office.data_calls.models.reminders import Reminder
from prongsai.office.data_calls.models.seeing import SEES_ALL, units_of

__all__ = [
    "SEES_ALL",
    "Addressee",
    "CalledItem",
    "DataCall",
    "HandIn",
    "ItemOwner",
    "ItemState",
    "Outcome",
    "Reminder",
    "units_of",
]
