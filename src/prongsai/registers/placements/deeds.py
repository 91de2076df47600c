"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "placements.place_added": gettext_noop("Added a place"),
    "placements.place_changed": gettext_noop("Changed a place"),
    "placements.hung": gettext_noop("Wrote down a placement"),
    "placements.changed": gettext_noop("Changed a placement"),
    "placements.seen": gettext_noop("Looked at a placement"),
    "placements.taken_down": gettext_noop("Took down a placement"),
    "placements.round_begun": gettext_noop("Began a checking round"),
    "placements.round_ended": gettext_noop("Ended a checking round"),
    "placements.habit_set": gettext_noop("Changed how often to look at placements"),
    "placements.imported": gettext_noop("Took in placements from a file"),
    "placements.exported": gettext_noop("Took the register of placements out as a file"),
}
FIGURES = {
    "found": gettext_noop("found"),
    "left": gettext_noop("left"),
    "months": gettext_noop("months"),
    "photographs": gettext_noop("photographs"),
    "placements": gettext_noop("placements"),
}
