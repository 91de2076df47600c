"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "audit.exported": gettext_noop("Took the log of deeds out as a file"),
}
