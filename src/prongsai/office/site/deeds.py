"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "site.built": gettext_noop("Made the public site anew"),
    "site.exported": gettext_noop("Took the public site out as files"),
    "site.page_changed": gettext_noop("Wrote a basic page of the site"),
    "site.page_confirmed": gettext_noop("Looked at a basic page of the site and found it right"),
    "site.contact_set": gettext_noop("Set what stands beside a name on the site"),
    "site.progress_shown": gettext_noop("Chose whether the public sees the progress of measures"),
}
FIGURES = {
    "pages": gettext_noop("pages"),
    "files": gettext_noop("files"),
    "page": gettext_noop("page"),
    "picture": gettext_noop("with photograph"),
    "shown": gettext_noop("shown"),
}
