"""The room of the demonstration."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """An invented office, and the day on which it lives."""

    name = "prongsai.platform.demo"
    label = "demo"
