"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "services.added": gettext_noop("Added a service"),
    "services.draft_begun": gettext_noop("Began a new version of a service"),
    "services.draft_saved": gettext_noop("Changed the draft of a service"),
    "services.draft_dropped": gettext_noop("Dropped the draft of a service"),
    "services.posted": gettext_noop("Posted a service on the public page"),
    "services.withdrawn": gettext_noop("Withdrew a service from the public page"),
    "services.reviewed": gettext_noop("Reviewed a service without change"),
    "services.given_up": gettext_noop("Gave up a service"),
    "services.imported": gettext_noop("Took in services from a file"),
    "services.exported": gettext_noop("Took the register of services out as a file"),
    "services.starters_added": gettext_noop("Added services of the starter catalogue"),
}
