"""The room of the log of deeds."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Deeds in a chain, signed heads outside the database, the history of rows."""

    name = "prongsai.platform.audit"
    label = "audit"

    def ready(self) -> None:
        """Learn what each room calls its deeds."""
        from prongsai.platform.audit.deed_names import gather_names

        gather_names()
