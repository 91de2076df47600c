"""The card of results."""

from django.utils.translation import gettext_noop

from prongsai.office.results.task_source import ResultTasks
from prongsai.office.results.this_month import ResultsOfTheYear
from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

MODULE = Module(
    key="results",
    title=gettext_noop("Results"),
    tasks=(ResultTasks(),),
    month=(ResultsOfTheYear(),),
    records=(
        PersonalRecord(
            "results.ReadPaper",
            ("found",),
            purpose="papers of the assessment as read; they may name who signed, or who is in a working group",
            ground="public task of the agency (s. 24 (4))",
            until="as long as the paper is among the office's papers; removed by decision under the archive rules",
        ),
        NoPersonalData("results.ResultSheet", because="scores of an office; who confirmed them is an account number"),
        NoPersonalData("results.ScoreLine", because="scores of an office and remarks of the assessor about pages"),
    ),
)
