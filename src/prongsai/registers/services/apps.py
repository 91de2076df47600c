"""The register of services."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """Services, their versions, their forms."""

    name = "prongsai.registers.services"
    label = "services"

    def ready(self) -> None:
        """Say who may read and change the files of services."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.services.file_holders import APPROVAL_SCAN, SERVICE_FORM

        holders.register(SERVICE_FORM)
        holders.register(APPROVAL_SCAN)
