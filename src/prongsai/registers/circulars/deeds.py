"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "circulars.drafted": gettext_noop("Began a circular"),
    "circulars.draft_saved": gettext_noop("Changed the draft of a circular"),
    "circulars.draft_dropped": gettext_noop("Dropped the draft of a circular"),
    "circulars.sent": gettext_noop("Sent a circular"),
    "circulars.added_to": gettext_noop("Sent a circular to more people"),
    "circulars.withdrawn": gettext_noop("Withdrew a circular"),
    "circulars.paper_recorded": gettext_noop("Wrote down the signed memo of a circular"),
    "circulars.acknowledged": gettext_noop("Acknowledged a circular"),
    "circulars.sheet_recorded": gettext_noop("Wrote down a signed sheet"),
    "circulars.told_recorded": gettext_noop("Wrote down an acknowledgement for somebody"),
    "circulars.tick_taken_back": gettext_noop("Took back an acknowledgement written down by mistake"),
    "circulars.handed_over": gettext_noop("Handed a circular over to somebody else"),
    "circulars.imported": gettext_noop("Took in circulars from a file"),
    "circulars.briefings_imported": gettext_noop("Took in briefings from a file"),
    "circulars.exported": gettext_noop("Took the register of circulars out as a file"),
    "circulars.briefing_drafted": gettext_noop("Began a briefing"),
    "circulars.briefing_saved": gettext_noop("Changed the draft of a briefing"),
    "circulars.briefing_dropped": gettext_noop("Dropped the draft of a briefing"),
    "circulars.briefing_called": gettext_noop("Called people to a briefing"),
    "circulars.briefing_called_off": gettext_noop("Called off a briefing"),
    "circulars.attendance_recorded": gettext_noop("Wrote down the attendance of a briefing"),
    "circulars.briefing_handed_over": gettext_noop("Handed a briefing over to somebody else"),
}

FIGURES = {
    "briefings": gettext_noop("briefings"),
    "circulars": gettext_noop("circulars"),
    "guests": gettext_noop("others who came"),
    "receivers": gettext_noop("receivers"),
}
