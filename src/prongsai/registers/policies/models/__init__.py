"""Policies, their versions, and how they were made known."""

from prongsai.registers.policies.models.imports import ReadPolicies
from prongsai.registers.policies.models.made_known import MadeKnown, Way
from prongsai.registers.policies.models.policy import Policy, PolicyKind
from prongsai.registers.policies.models.version import PolicyState, PolicyVersion

__all__ = ["MadeKnown", "Policy", "PolicyKind", "PolicyState", "PolicyVersion", "ReadPolicies", "Way"]
