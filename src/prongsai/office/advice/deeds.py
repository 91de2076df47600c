"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "advice.invited": gettext_noop("Invited an agency to be advised"),
    "advice.invitation_withdrawn": gettext_noop("Withdrew an invitation to be advised"),
    "advice.accepted": gettext_noop("Accepted an adviser"),
    "advice.ended": gettext_noop("Ended the advising of an agency"),
    "advice.submitted": gettext_noop("Submitted a year to the adviser"),
    "advice.received": gettext_noop("Received a year that an agency submitted"),
    "advice.withdrawn": gettext_noop("Withdrew what was submitted to the adviser"),
    "advice.taken_back": gettext_noop("A submitted year was taken back by its agency"),
    "advice.exported": gettext_noop("Took the list of advised agencies out as a file"),
}
