"""The card of the register of submissions."""

from django.utils.translation import gettext_noop

from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord
from prongsai.registers.approvals.home_sources import SubmissionsWaiting
from prongsai.registers.approvals.models.submission import READERS
from prongsai.registers.approvals.task_sources import ApprovalTasks

_GROUND = "public task of the agency (s. 24 (4)); Prime Minister's Office regulation on correspondence B.E. 2526"
_KEPT = "as long as the memo is among the office's papers; removed by decision under the archive rules"

MODULE = Module(
    key="approvals",
    title=gettext_noop("Submissions and approvals"),
    menu=(
        MenuEntry(
            gettext_noop("Waiting for my opinion or signature"), "approvals-waiting", frozenset(READERS), order=120
        ),
        MenuEntry(gettext_noop("Submissions"), "approvals", frozenset(READERS), order=320),
    ),
    tasks=(ApprovalTasks(),),
    home=(SubmissionsWaiting(),),
    records=(
        NoPersonalData("approvals.Matter", because="the subject of a memo; makers are account numbers"),
        PersonalRecord(
            "approvals.Submission",
            ("submitter", "asked", "author_people"),
            purpose="who submitted something for approval, and who wrote it and may not decide",
            ground=_GROUND,
            until=_KEPT,
        ),
        PersonalRecord(
            "approvals.SubmissionStep",
            ("person", "post", "order_reference"),
            purpose="who gave an opinion or decided, in which post, and what was said",
            ground=_GROUND,
            until=_KEPT,
        ),
    ),
)
