"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "cases.received": gettext_noop("Took a case in"),
    "cases.moved": gettext_noop("Gave a case a new state"),
    "cases.end_told": gettext_noop("Wrote down that the end of a case was told"),
    "cases.new_code": gettext_noop("Gave a case a new tracking code"),
    "cases.written_to_applicant": gettext_noop("Wrote to an applicant"),
    "cases.answered_by_applicant": gettext_noop("An applicant wrote"),
    "cases.noted": gettext_noop("Added a note to a case"),
    "cases.handed_over": gettext_noop("Handed a case over"),
    "cases.delay_explained": gettext_noop("Told an applicant the reason for a delay"),
    "cases.joined": gettext_noop("Joined a double to a case"),
    "cases.rewritten": gettext_noop("Changed what is written of a case"),
    "cases.front_desk_chosen": gettext_noop("Chose the unit that receives requests from the web"),
    "cases.cleared": gettext_noop("Removed personal data of a case past its time"),
    "cases.imported": gettext_noop("Took cases in from an older register"),
    "cases.exported": gettext_noop("Took the register of cases out as a file"),
    "cases.counts_exported": gettext_noop("Took the counts of cases out as a file"),
    "cases.destruction_listed": gettext_noop("Took out the list of cases proposed for destruction"),
}

FIGURES = {
    "cases": gettext_noop("cases"),
    "days": gettext_noop("days"),
    "double": gettext_noop("joined with"),
    "fields": gettext_noop("what was changed"),
}
