"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "rounds.opened": gettext_noop("Opened a year of the assessment"),
    "rounds.closed": gettext_noop("Closed a year of the assessment"),
    "rounds.reopened": gettext_noop("Opened a closed year again"),
    "rounds.day_set": gettext_noop("Set days of the assessment"),
    "rounds.day_taken_back": gettext_noop("Went back to the days of the framework"),
    "rounds.group_set": gettext_noop("Wrote down the working group"),
    "rounds.survey_set": gettext_noop("Wrote down where a survey is answered"),
    "rounds.answers_counted": gettext_noop("Wrote down how many answered a survey"),
    "rounds.framework_sent": gettext_noop("Sent the framework of a year"),
    "rounds.framework_taken_in": gettext_noop("Took in the framework of a year"),
    "rounds.framework_dropped": gettext_noop("Threw away a framework that was sent"),
    "rounds.moved": gettext_noop("Moved a year to its official framework"),
}

FIGURES = {
    "answers": gettext_noop("answers"),
    "codes": gettext_noop("codes of the year"),
    "end": gettext_noop("ends"),
    "least": gettext_noop("least number"),
    "milestone": gettext_noop("milestone"),
    "start": gettext_noop("begins"),
    "survey": gettext_noop("survey"),
}
