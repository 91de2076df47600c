"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "reports.made": gettext_noop("Made a report"),
    "reports.numbered": gettext_noop("Wrote down number and date of a report"),
    "reports.signed": gettext_noop("Attached the signed copy of a report"),
}

FIGURES = {
    "proven": gettext_noop("sentences with proof"),
    "sentences": gettext_noop("sentences"),
}
