"""The room of the web."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Once, retry, stale, strictness."""

    name = "prongsai.platform.web"
    label = "web"
