"""Deeds of this room: all of them on the computer of the system, all in the chain of the installation."""

from django.utils.translation import gettext_noop

DEEDS = {
    "backup.made": gettext_noop("Backed everything up"),
    "backup.restored": gettext_noop("Restored a back-up"),
    "backup.updated": gettext_noop("Brought the data up to a new version"),
    "backup.agency_bundled": gettext_noop("Took an agency out as a file"),
    "backup.agency_brought_in": gettext_noop("Brought an agency in from a file"),
}

FIGURES = {"switched_off": gettext_noop("Accounts switched off")}
