"""Submissions, their steps, and matters that belong to no other room."""

from prongsai.registers.approvals.models.matter import Matter
from prongsai.registers.approvals.models.step import Part, SubmissionStep, Verdict
from prongsai.registers.approvals.models.submission import Submission, SubmissionState

__all__ = ["Matter", "Part", "Submission", "SubmissionState", "SubmissionStep", "Verdict"]
