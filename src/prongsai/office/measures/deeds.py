"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "measures.begun": gettext_noop("Began a plan of measures"),
    "measures.plan_written": gettext_noop("Wrote what a plan of measures rests on"),
    "measures.draft_left_out": gettext_noop("Left a draft of a measure out, or took it back"),
    "measures.added": gettext_noop("Added a measure"),
    "measures.written": gettext_noop("Changed a measure"),
    "measures.steps_written": gettext_noop("Changed the steps of a measure"),
    "measures.moved": gettext_noop("Moved a measure"),
    "measures.taken_out": gettext_noop("Took a measure out of a plan"),
    "measures.imported": gettext_noop("Took measures over from a paper or list"),
    "measures.amended": gettext_noop("Amended a decided plan of measures"),
    "measures.decided": gettext_noop("Wrote down the decision on a plan of measures"),
    "measures.made_known": gettext_noop("Wrote down when a plan of measures was made known"),
}

FIGURES = {
    "analysed": gettext_noop("analysed year"),
    "day": gettext_noop("day"),
    "left_out": gettext_noop("drafts left out"),
    "measures": gettext_noop("measures"),
    "number": gettext_noop("number"),
    "steps": gettext_noop("steps"),
    "year": gettext_noop("year"),
}
