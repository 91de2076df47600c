"""The room of the staff."""

from django.apps import AppConfig


class StaffConfig(AppConfig):
    """Units, posts, people; their list from Excel; leaving and handing over."""

    name = "prongsai.platform.staff"
    label = "staff"
