"""Disclosure."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """What an office publishes under the items of a year, and the proof of when."""

    name = "prongsai.office.disclosure"
    label = "disclosure"
