"""The room of back-ups."""

from django.apps import AppConfig


class BackupConfig(AppConfig):
    """Back-ups, restores, agencies that move, updates."""

    name = "prongsai.platform.backup"
    label = "backup"
