"""Submissions, their steps, matters that belong to no other room, and what was taken over from an older register."""

from prongsai.registers.approvals.models.matter import Matter
from prongsai.registers.approvals.models.step import Part, SubmissionStep, Verdict
from prongsai.registers.approvals.models.submission import Submission, SubmissionState
from prongsai.registers.approvals.models.taken_over import ImportedSubmissions, TakenOver

__all__ = [
    "ImportedSubmissions",
    "Matter",
    "Part",
    "Submission",
    "SubmissionState",
    "SubmissionStep",
    "TakenOver",
    "Verdict",
]
