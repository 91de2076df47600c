"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "meetings.group_added": gettext_noop("Added a group that meets"),
    "meetings.group_saved": gettext_noop("Changed a group that meets"),
    "meetings.members_saved": gettext_noop("Changed the members of a group"),
    "meetings.group_ended": gettext_noop("Ended a group that meets"),
    "meetings.called": gettext_noop("Called a meeting"),
    "meetings.saved": gettext_noop("Changed day, place or papers of a meeting"),
    "meetings.cancelled": gettext_noop("Cancelled a meeting"),
    "meetings.agenda_saved": gettext_noop("Changed the agenda of a meeting"),
    "meetings.attendance_saved": gettext_noop("Noted who came to a meeting"),
    "meetings.minutes_saved": gettext_noop("Wrote minutes of a meeting"),
    "meetings.held": gettext_noop("Wrote down that a meeting was held"),
    "meetings.scan_attached": gettext_noop("Attached a signed paper of a meeting"),
    "meetings.adopted": gettext_noop("Wrote down that minutes were adopted"),
    "meetings.decided": gettext_noop("Wrote down a decision of a meeting"),
    "meetings.decision_saved": gettext_noop("Changed a decision of a meeting"),
    "meetings.decision_dropped": gettext_noop("Dropped a decision of a meeting"),
    "meetings.decision_handed_over": gettext_noop("Gave a decision of a meeting to another person"),
    "meetings.proof_handed_in": gettext_noop("Handed in the proof of a decision"),
    "meetings.proof_accepted": gettext_noop("Accepted the proof of a decision"),
    "meetings.proof_returned": gettext_noop("Returned the proof of a decision"),
    "meetings.imported": gettext_noop("Took in decisions of a meeting from a file"),
    "meetings.register_imported": gettext_noop("Took in meetings from a file"),
    "meetings.register_exported": gettext_noop("Took the register of meetings out as a file"),
    "meetings.exported": gettext_noop("Took decisions of meetings out as a file"),
}

FIGURES = {
    "at": gettext_noop("at"),
    "decisions": gettext_noop("decisions"),
    "item": gettext_noop("item of the agenda"),
    "items": gettext_noop("items of the agenda"),
    "meetings": gettext_noop("meetings"),
}
