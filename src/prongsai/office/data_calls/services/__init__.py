"""What is done with data calls, and what later rooms may call. Every write is one transaction with its line in the log.

`ask` asks a unit for something under a key of the room that asks; `hand_ins_of` gives what came and was accepted.
"""

from prongsai.office.data_calls.services.calling import Asked, Letter, add_item, ask, change_call, make_call
from prongsai.office.data_calls.services.checking import accept, ask_again, call_off, may_check, return_item
from prongsai.office.data_calls.services.handing_in import Brought, hand_in, hand_in_for, may_record_for
from prongsai.office.data_calls.services.looking_up import Accepted, files_of, hand_ins_of
from prongsai.office.data_calls.services.moving import hand_over_item, move_item
from prongsai.office.data_calls.services.owning import From, Owned, owners_of, set_owners
from prongsai.office.data_calls.services.reminding import followed, remind

__all__ = [
    "Accepted",
    "Asked",
    "Brought",
    "From",
    "Letter",
    "Owned",
    "accept",
    "add_item",
    "ask",
    "ask_again",
    "call_off",
    "change_call",
    "files_of",
    "followed",
    "hand_in",
    "hand_in_for",
    "hand_ins_of",
    "hand_over_item",
    "make_call",
    "may_check",
    "may_record_for",
    "move_item",
    "owners_of",
    "remind",
    "return_item",
    "set_owners",
]
