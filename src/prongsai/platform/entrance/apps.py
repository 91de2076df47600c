"""The room of the entrance."""

from django.apps import AppConfig


class EntranceConfig(AppConfig):
    """Log-in, second steps, passphrases, personal links, accounts and their roles."""

    name = "prongsai.platform.entrance"
    label = "entrance"
