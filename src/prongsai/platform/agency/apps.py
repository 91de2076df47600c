"""The room of agencies."""

from django.apps import AppConfig


class AgencyConfig(AppConfig):
    """Agencies, units, posts, people."""

    name = "prongsai.platform.agency"
    label = "agency"
