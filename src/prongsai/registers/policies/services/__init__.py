"""What is done with policies, and what other rooms call. Every write is one transaction with its line in the log."""

from prongsai.registers.policies.models import PolicyKind, Way
from prongsai.registers.policies.readers import PolicyRead, ReaderSource, reader_sources
from prongsai.registers.policies.services.drafting import (
    PolicyText,
    add_existing,
    add_policy,
    drop_draft,
    save_draft,
    start_version,
)
from prongsai.registers.policies.services.looking_up import (
    PolicyInForce,
    policies_in_force,
    policy_in_force,
    who_has_read,
)
from prongsai.registers.policies.services.making_known import note_made_known
from prongsai.registers.policies.services.putting_in_force import confirm_review, put_in_force, repeal

__all__ = [
    "PolicyInForce",
    "PolicyKind",
    "PolicyRead",
    "PolicyText",
    "ReaderSource",
    "Way",
    "add_existing",
    "add_policy",
    "confirm_review",
    "drop_draft",
    "note_made_known",
    "policies_in_force",
    "policy_in_force",
    "put_in_force",
    "reader_sources",
    "repeal",
    "save_draft",
    "start_version",
    "who_has_read",
]
