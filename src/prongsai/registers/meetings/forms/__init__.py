"""Forms of the register of meetings."""

from prongsai.registers.meetings.forms.attending import AttendanceRow
from prongsai.registers.meetings.forms.calling import AgendaRow, CancelForm, MeetingForm
from prongsai.registers.meetings.forms.deciding import DecisionForm, DropForm
from prongsai.registers.meetings.forms.groups import GroupForm, MemberRow
from prongsai.registers.meetings.forms.importing import ImportForm, RegisterImportForm
from prongsai.registers.meetings.forms.proving import ProofForm, ReturnForm
from prongsai.registers.meetings.forms.searching import DecisionSearchForm, SearchForm
from prongsai.registers.meetings.forms.taking import AdoptForm, HeldForm, MinutesForm, ScanForm

__all__ = [
    "AdoptForm",
    "AgendaRow",
    "AttendanceRow",
    "CancelForm",
    "DecisionForm",
    "DecisionSearchForm",
    "DropForm",
    "GroupForm",
    "HeldForm",
    "ImportForm",
    "MeetingForm",
    "MemberRow",
    "MinutesForm",
    "ProofForm",
    "RegisterImportForm",
    "ReturnForm",
    "ScanForm",
    "SearchForm",
]
