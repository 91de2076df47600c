"""The register of submissions."""

from django.apps import AppConfig


class ApprovalsConfig(AppConfig):
    """Submissions, their steps, their papers."""

    name = "prongsai.registers.approvals"
    label = "approvals"

    def ready(self) -> None:
        """Say who may read the files of submissions, and what this room submits itself."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.approvals.file_holders import ENCLOSURE, SIGNED_PAPER
        from prongsai.registers.approvals.kinds import approval_kinds
        from prongsai.registers.approvals.matters import MatterKind

        holders.register(ENCLOSURE)
        holders.register(SIGNED_PAPER)
        approval_kinds.register(MatterKind())
