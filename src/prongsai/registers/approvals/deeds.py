"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "approvals.matter_added": gettext_noop("Wrote down a matter to be submitted"),
    "approvals.submitted": gettext_noop("Submitted something for approval"),
    "approvals.withdrawn": gettext_noop("Took back what was submitted"),
    "approvals.opinion_given": gettext_noop("Gave an opinion on a submission"),
    "approvals.approved": gettext_noop("Approved a submission on screen"),
    "approvals.returned": gettext_noop("Returned a submission for changes"),
    "approvals.written_down": gettext_noop("Wrote down what was signed on paper"),
    "approvals.taken_over": gettext_noop("Took over entries of an older register of submissions"),
    "approvals.exported": gettext_noop("Took the register of submissions out as a file"),
}

FIGURES = {
    "submissions": gettext_noop("submissions"),
    "entries": gettext_noop("entries"),
    "verdict": gettext_noop("answer"),
}
