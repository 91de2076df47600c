"""The room of the design."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, components, style, error pages, words."""

    name = "prongsai.platform.ui"
    label = "ui"
