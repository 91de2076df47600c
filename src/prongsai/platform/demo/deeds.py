"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "demo.loaded": gettext_noop("Loaded the invented office"),
    "demo.stepped": gettext_noop("Changed the day of the example"),
    "demo.closed": gettext_noop("Closed the invented office"),
}
