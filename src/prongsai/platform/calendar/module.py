"""The card of the calendar."""

from django.utils.translation import gettext_noop

from prongsai.platform.modules import Module, NoPersonalData

MODULE = Module(
    key="calendar",
    title=gettext_noop("Calendar"),
    records=(NoPersonalData("calendar.DayOff", because="days on which an office is open or closed"),),
)
