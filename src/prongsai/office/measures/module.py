"""The card of measures."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.office.measures.services.taking_over import remove_old_rows
from prongsai.office.measures.this_month import WhatMeasuresAwait
from prongsai.platform.modules import Module, NoPersonalData, PersonalRecord

MODULE = Module(
    key="measures",
    title=gettext_noop("Measures"),
    month=(WhatMeasuresAwait(),),
    records=(
        NoPersonalData("measures.MeasurePlan", because="what an office decided, when and where"),
        NoPersonalData("measures.Measure", because="what units of the office do"),
        NoPersonalData("measures.Amendment", because="what was changed in a plan, and why"),
        PersonalRecord(
            "measures.ImportedMeasures",
            ("found", "made_by"),
            purpose="measures read from a paper or list, until somebody has looked through them",
            ground="public task of the agency (s. 24 (4))",
            until="a week after they were read",
            period=timedelta(days=7),
            remove=remove_old_rows,
        ),
        NoPersonalData("measures.SupportingUnit", because="names units, no persons"),
        PersonalRecord(
            "measures.Step",
            ("person",),
            purpose="who of the staff does a step",
            ground="public task of the agency (s. 24 (4))",
            until="as long as the plan is among the office's papers; removed by decision under the archive rules",
        ),
    ),
)
