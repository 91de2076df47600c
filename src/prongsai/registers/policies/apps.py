"""The register of policies."""

from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    """Policies, their versions, how they were made known."""

    name = "prongsai.registers.policies"
    label = "policies"

    def ready(self) -> None:
        """Say who may read the files of policies, and submit them through the register of submissions."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.approvals.services import approval_kinds
        from prongsai.registers.policies.approval_kind import PolicyApproval
        from prongsai.registers.policies.file_holders import POLICY_FILE, SIGNED_POLICY

        holders.register(POLICY_FILE)
        holders.register(SIGNED_POLICY)
        approval_kinds.register(PolicyApproval())
