"""What is done with submissions, and what other rooms call. Every write is one transaction with its line in the log."""

from prongsai.registers.approvals.kinds import ApprovalKind, Decision, ThingTold, approval_kinds
from prongsai.registers.approvals.models import Submission, SubmissionState
from prongsai.registers.approvals.services.asking import Turn, asked_of, turn_of, who_may_decide
from prongsai.registers.approvals.services.deciding import approve, give_opinion, return_for_changes
from prongsai.registers.approvals.services.demonstrating import agree, approved_before
from prongsai.registers.approvals.services.looking_up import latest_submission, submissions_of
from prongsai.registers.approvals.services.matters import add_matter
from prongsai.registers.approvals.services.paper import record_on_paper
from prongsai.registers.approvals.services.submitting import Sentences, submit, withdraw

__all__ = [
    "ApprovalKind",
    "Decision",
    "Sentences",
    "Submission",
    "SubmissionState",
    "ThingTold",
    "Turn",
    "add_matter",
    "agree",
    "approval_kinds",
    "approve",
    "approved_before",
    "asked_of",
    "give_opinion",
    "latest_submission",
    "record_on_paper",
    "return_for_changes",
    "submissions_of",
    "submit",
    "turn_of",
    "who_may_decide",
    "withdraw",
]
