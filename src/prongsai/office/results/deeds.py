"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "results.paper_read": gettext_noop("Sent a paper, which was read"),
    "results.sheet_begun": gettext_noop("Began a result sheet"),
    "results.line_accepted": gettext_noop("Accepted a score as printed"),
    "results.line_corrected": gettext_noop("Corrected a score"),
    "results.confirmed": gettext_noop("Confirmed a result sheet"),
    "results.dropped": gettext_noop("Dropped a result sheet"),
}
