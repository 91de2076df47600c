"""The room of the calendar."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """Working days and holidays."""

    name = "prongsai.platform.calendar"
    label = "calendar"
