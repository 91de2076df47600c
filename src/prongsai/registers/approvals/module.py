"""The card of the register of submissions."""

from django.utils.translation import gettext_noop

from prongsai.platform.files.waiting_lists import KEPT
from prongsai.platform.modules import MenuEntry, Module, NoPersonalData, PersonalRecord
from prongsai.registers.approvals.home_sources import SubmissionsWaiting
from prongsai.registers.approvals.models.submission import READERS
from prongsai.registers.approvals.services.taking_over import remove_old_registers
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
        PersonalRecord(
            "approvals.TakenOver",
            ("sender", "receiver", "decision"),
            purpose="who submitted what to whom before this system, in the words of the office's own register",
            ground=_GROUND,
            until=_KEPT,
        ),
        PersonalRecord(
            "approvals.ImportedSubmissions",
            ("found", "made_by"),
            purpose="an older register read from a file, until somebody has looked through it",
            ground=_GROUND,
            until="a week after the file was sent",
            period=KEPT,
            remove=remove_old_registers,
        ),
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
