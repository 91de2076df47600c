"""The card of the register of policies."""

from datetime import timedelta

from django.utils.translation import gettext_noop

from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord, PublicEntry
from prongsai.registers.policies.home_sources import PoliciesToSign
from prongsai.registers.policies.models.policy import READERS
from prongsai.registers.policies.services.importing import remove_old_imports
from prongsai.registers.policies.site import PolicyPages
from prongsai.registers.policies.task_sources import PolicyTasks

MODULE = Module(
    key="policies",
    title=gettext_noop("Policies, rules and announcements"),
    menu=(MenuEntry(gettext_noop("Policies in force"), "policies", frozenset(READERS), order=330),),
    public=(PublicEntry(gettext_noop("Policies, rules and announcements"), "public-policies", order=40),),
    tasks=(PolicyTasks(),),
    site=(PolicyPages(),),
    home=(PoliciesToSign(),),
    records=(
        NoPersonalData("policies.Policy", because="what an office decided for all; makers are account numbers"),
        NoPersonalData(
            "policies.MadeKnown", because="how and when a policy was made known; makers are account numbers"
        ),
        PersonalRecord(
            "policies.ReadPolicies",
            ("made_by",),
            purpose="policies read from a list, until somebody has looked through them; they name who signed by post",
            ground="public task of the agency (s. 24 (4))",
            until="a week after the file was sent",
            period=timedelta(days=7),
            remove=remove_old_imports,
        ),
        PersonalRecord(
            "policies.PolicyVersion",
            ("signer", "signer_post", "approver_post"),
            purpose="who signed a policy, and in which post",
            ground="public task of the agency (s. 24 (4)); regulation on correspondence B.E. 2526",
            until="as long as the policy is among the office's papers; removed by decision under the archive rules",
        ),
    ),
)
