"""The card of findings."""

from django.utils.translation import gettext_noop

from prongsai.office.findings.home_sources import WhatTheLastResultSays
from prongsai.office.findings.this_month import WhatFindingsSay
from prongsai.platform.modules import Module, NoPersonalData

MODULE = Module(
    key="findings",
    title=gettext_noop("Findings"),
    home=(WhatTheLastResultSays(),),
    month=(WhatFindingsSay(),),
    records=(NoPersonalData("findings.FoundYear", because="figures and sentences about the scores of an office"),),
)
