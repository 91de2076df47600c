"""The register of cases."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases, what happened to them, their running numbers."""

    name = "prongsai.registers.cases"
    label = "cases"

    def ready(self) -> None:
        """Gather the kinds of all rooms, and say who may read the papers of a case."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.cases.file_holders import CASE_PAPER
        from prongsai.registers.cases.kinds import kinds

        kinds.gather()
        holders.register(CASE_PAPER)
