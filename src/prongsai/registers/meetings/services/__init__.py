"""What is done with meetings, and what other rooms may ask. Every write is one transaction with its line in the log."""

from prongsai.registers.meetings.services.agenda import ItemTold, save_agenda
from prongsai.registers.meetings.services.attendance import AttendanceTold, attach_attendance, save_attendance
from prongsai.registers.meetings.services.calling import call_meeting, cancel_meeting, save_meeting
from prongsai.registers.meetings.services.deciding import decide, drop_decision, save_decision
from prongsai.registers.meetings.services.groups import (
    MemberTold,
    add_group,
    end_group,
    save_group,
    save_members,
    take_members_from_order,
)
from prongsai.registers.meetings.services.importing import accept_import
from prongsai.registers.meetings.services.looking_up import OpenDecision, open_decisions
from prongsai.registers.meetings.services.minutes import adopt_minutes, attach_minutes, close_meeting, save_minutes
from prongsai.registers.meetings.services.proving import ProofTold, accept_proof, hand_in_proof, return_proof
from prongsai.registers.meetings.services.register_importing import accept_register

__all__ = [
    "AttendanceTold",
    "ItemTold",
    "MemberTold",
    "OpenDecision",
    "ProofTold",
    "accept_import",
    "accept_proof",
    "accept_register",
    "add_group",
    "adopt_minutes",
    "attach_attendance",
    "attach_minutes",
    "call_meeting",
    "cancel_meeting",
    "close_meeting",
    "decide",
    "drop_decision",
    "end_group",
    "hand_in_proof",
    "open_decisions",
    "return_proof",
    "save_agenda",
    "save_attendance",
    "save_decision",
    "save_group",
    "save_meeting",
    "save_members",
    "save_minutes",
    "take_members_from_order",
]
