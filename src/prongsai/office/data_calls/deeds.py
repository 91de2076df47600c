"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "data_calls.owners_set": gettext_noop("Wrote down who hands in which item"),
    "data_calls.made": gettext_noop("Asked units for data"),
    "data_calls.changed": gettext_noop("Changed a data call"),
    "data_calls.asked": gettext_noop("Asked a unit for one thing"),
    "data_calls.moved": gettext_noop("Changed who is asked, or the day"),
    "data_calls.handed_in": gettext_noop("Handed in what was asked for"),
    "data_calls.handed_in_for": gettext_noop("Handed in what was asked for, for somebody else"),
    "data_calls.accepted": gettext_noop("Accepted what was handed in"),
    "data_calls.returned": gettext_noop("Returned what was handed in"),
    "data_calls.not_needed": gettext_noop("Called an item of a data call off"),
    "data_calls.asked_again": gettext_noop("Asked for an item again"),
    "data_calls.reminded": gettext_noop("Followed a data call up"),
    "data_calls.handed_over": gettext_noop("Gave an item of a data call to a successor"),
    "data_calls.exported": gettext_noop("Took the list of what was asked out as a file"),
}
FIGURES = {
    "channel": gettext_noop("channel"),
    "files": gettext_noop("files"),
    "items": gettext_noop("items"),
    "owners": gettext_noop("owners"),
    "time": gettext_noop("which time"),
    "unit": gettext_noop("unit"),
    "units": gettext_noop("units"),
}
