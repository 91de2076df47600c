"""The example desk."""

from django.apps import AppConfig


class ExampleConfig(AppConfig):
    """Talks in villages."""

    name = "prongsai.desks.example"
    label = "example"
