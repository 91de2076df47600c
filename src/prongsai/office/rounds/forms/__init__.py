"""Forms of rounds."""

from prongsai.office.rounds.forms.days import DaysForm
from prongsai.office.rounds.forms.frameworks import AcceptFrameworkForm, SendFrameworkForm
from prongsai.office.rounds.forms.opening import OpenForm
from prongsai.office.rounds.forms.papers import BriefingForm, MeetingForm
from prongsai.office.rounds.forms.surveys import CountForm, SurveyForm
from prongsai.office.rounds.forms.working_group import GroupForm

__all__ = [
    "AcceptFrameworkForm",
    "BriefingForm",
    "CountForm",
    "DaysForm",
    "GroupForm",
    "MeetingForm",
    "OpenForm",
    "SendFrameworkForm",
    "SurveyForm",
]
