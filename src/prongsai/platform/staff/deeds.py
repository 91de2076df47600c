"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "staff.agency_opened": gettext_noop("Opened the agency"),
    "staff.agency_changed": gettext_noop("Changed the facts of the agency"),
    "staff.unit_added": gettext_noop("Added a unit"),
    "staff.unit_changed": gettext_noop("Changed a unit"),
    "staff.unit_closed": gettext_noop("Closed a unit"),
    "staff.post_added": gettext_noop("Added a post"),
    "staff.post_changed": gettext_noop("Changed a post"),
    "staff.post_closed": gettext_noop("Closed a post"),
    "staff.person_added": gettext_noop("Added a person"),
    "staff.person_changed": gettext_noop("Changed a person"),
    "staff.person_left": gettext_noop("Let a person leave"),
    "staff.person_returned": gettext_noop("Took back that a person left"),
    "staff.holding_begun": gettext_noop("Put a person into a post"),
    "staff.holding_ended": gettext_noop("Ended the holding of a post"),
    "staff.list_read": gettext_noop("Read a staff list"),
    "staff.list_taken": gettext_noop("Took over a staff list"),
    "staff.list_dropped": gettext_noop("Dropped a staff list"),
    "staff.list_exported": gettext_noop("Took the staff list out as a file"),
    "staff.day_added": gettext_noop("Added an own day off or working day"),
    "staff.day_removed": gettext_noop("Removed an own day off or working day"),
}
