"""The register of orders and announcements."""

from django.apps import AppConfig


class OrdersConfig(AppConfig):
    """Orders, whom they appoint, lists that wait for review."""

    name = "prongsai.registers.orders"
    label = "orders"

    def ready(self) -> None:
        """Say who may read and change the scans of orders."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.orders.file_holders import SIGNED_ORDER

        holders.register(SIGNED_ORDER)
