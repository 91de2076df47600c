"""Groups that meet, meetings, agenda, who came, what was decided and how it was proved."""

from prongsai.registers.meetings.models.agenda import AgendaItem, LeftRoom
from prongsai.registers.meetings.models.attendance import Attendance, Presence
from prongsai.registers.meetings.models.decision import Decision, DecisionState
from prongsai.registers.meetings.models.group import GroupMember, MeetingGroup
from prongsai.registers.meetings.models.imports import ImportedDecisions, ImportedMeetings
from prongsai.registers.meetings.models.meeting import Meeting, MeetingState
from prongsai.registers.meetings.models.proof import Proof, ProofKind, ProofState

__all__ = [
    "AgendaItem",
    "Attendance",
    "Decision",
    "DecisionState",
    "GroupMember",
    "ImportedDecisions",
    "ImportedMeetings",
    "LeftRoom",
    "Meeting",
    "MeetingGroup",
    "MeetingState",
    "Presence",
    "Proof",
    "ProofKind",
    "ProofState",
]
