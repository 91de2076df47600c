"""The card of rounds."""

from django.utils.translation import gettext_noop

from prongsai.office.rounds.home_sources import WhereInTheAssessment
from prongsai.office.rounds.this_month import CountedThisMonth, WhatTheMonthIsAbout
from prongsai.platform.accounts.models import Role
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord

STAFF = frozenset({Role.OFFICER, Role.UNIT_HEAD, Role.COORDINATOR, Role.EXECUTIVE, Role.AUDITOR})

MODULE = Module(
    key="rounds",
    title=gettext_noop("The ITA year"),
    menu=(
        MenuEntry(gettext_noop("The ITA year"), "rounds", STAFF, order=30),
        MenuEntry(
            gettext_noop("Frameworks of the years"),
            "frameworks",
            frozenset({Role.SYSTEM_ADMIN}),
            order=35,
            of_agency=False,
        ),
    ),
    home=(WhereInTheAssessment(),),
    month=(CountedThisMonth(),),
    headline=WhatTheMonthIsAbout(),
    records=(
        PersonalRecord(
            "rounds.Round",
            ("members",),
            purpose="who is in the working group of the year, by post and where the office writes it by name",
            ground="public task of the agency (s. 24 (4))",
            until="as long as the order is among the office's papers; removed by decision under the archive rules",
        ),
        NoPersonalData("rounds.LoadedFramework", because="codes, titles and days of a year of the assessment"),
        NoPersonalData("rounds.RoundDay", because="days of the assessment and where they were read"),
        NoPersonalData("rounds.SurveyWindow", because="address and days of a survey, never who answers"),
        NoPersonalData("rounds.SurveyCount", because="a count alone; who typed it is an account number"),
        NoPersonalData("rounds.CodeMove", because="codes of frameworks; who said yes is an account number"),
    ),
)
