"""The card of data calls."""

from django.utils.translation import gettext_noop

from prongsai.office.data_calls.hand_over import ItemsOfOfficer
from prongsai.office.data_calls.home_sources import AwaitedData
from prongsai.office.data_calls.task_source import AskedData, DataToLookAt
from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

GROUND = "public task of the agency (s. 24 (4))"
KEPT = "as long as what was handed in is among the office's papers; removed by decision under the archive rules"

MODULE = Module(
    key="data_calls",
    title=gettext_noop("Data calls"),
    tasks=(AskedData(), DataToLookAt()),
    hand_over=(ItemsOfOfficer(),),
    home=(AwaitedData(),),
    records=(
        PersonalRecord(
            "data_calls.ItemOwner", ("officer",), purpose="who hands in which item", ground=GROUND, until=KEPT
        ),
        PersonalRecord(
            "data_calls.DataCall", ("contact",), purpose="whom units may ask about a call", ground=GROUND, until=KEPT
        ),
        PersonalRecord(
            "data_calls.Addressee", ("officer",), purpose="which officer is asked for data", ground=GROUND, until=KEPT
        ),
        NoPersonalData("data_calls.CalledItem", because="what is asked for; who is asked stands in the addressee"),
        PersonalRecord(
            "data_calls.HandIn",
            ("recorded_for", "words", "made_by"),
            purpose="what was handed in, and for whom somebody else wrote it down",
            ground=GROUND,
            until=KEPT,
        ),
        NoPersonalData("data_calls.Reminder", because="day, channel and words of a follow-up; no person is named"),
    ),
)
