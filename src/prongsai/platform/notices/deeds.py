"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "follow_up.begun": gettext_noop("Began to follow something up"),
    "follow_up.step_taken": gettext_noop("Took a step of a follow-up"),
    "follow_up.ended": gettext_noop("Ended a follow-up"),
    "follow_up.days_set": gettext_noop("Set the days of follow-ups"),
    "notice.wishes_changed": gettext_noop("Changed how to be told"),
    "notice.sent_again": gettext_noop("Let a message be sent again"),
    "line.account_set": gettext_noop("Set up the LINE official account"),
    "line.linked": gettext_noop("Linked a LINE to the account"),
    "line.unlinked": gettext_noop("The LINE of an account was unlinked"),
    "calendar_address.made": gettext_noop("Made a calendar address"),
    "calendar_address.withdrawn": gettext_noop("Withdrew a calendar address"),
}
