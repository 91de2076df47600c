"""The register of services."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """Services, their versions, their forms."""

    name = "prongsai.registers.services"
    label = "services"

    def ready(self) -> None:
        """Say who may read and change the files of services, and submit them through the register of submissions."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.approvals.services import approval_kinds
        from prongsai.registers.services.approval_kind import ServiceApproval
        from prongsai.registers.services.file_holders import SERVICE_FORM

        holders.register(SERVICE_FORM)
        approval_kinds.register(ServiceApproval())
