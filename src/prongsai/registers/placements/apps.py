"""The register of placements."""

from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    """What hangs where, who saw it when, with photographs."""

    name = "prongsai.registers.placements"
    label = "placements"

    def ready(self) -> None:
        """Say who may see the photographs."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.placements.file_holders import PHOTOGRAPH

        holders.register(PHOTOGRAPH)
