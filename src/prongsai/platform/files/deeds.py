"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "file.attached": gettext_noop("Attached a file"),
    "file.attached_again": gettext_noop("Attached a file to one more thing"),
    "file.version_added": gettext_noop("Gave a file a new version"),
    "file.detached": gettext_noop("Took a file away"),
}
