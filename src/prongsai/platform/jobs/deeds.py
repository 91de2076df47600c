"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "job.tried_again": gettext_noop("Let a job that was set aside run again"),
    "job.dropped": gettext_noop("Dropped a job that was set aside"),
}
