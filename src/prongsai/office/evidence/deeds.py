"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "evidence.turns_made": gettext_noop("Made the turns of the steps of a plan"),
    "evidence.reported": gettext_noop("Reported a step as done"),
    "evidence.reported_for": gettext_noop("Reported a step for somebody else"),
    "evidence.begun": gettext_noop("Reported a step as begun"),
    "evidence.nothing": gettext_noop("Reported that there was nothing to report"),
    "evidence.not_done": gettext_noop("Wrote down why a step is not done"),
    "evidence.reopened": gettext_noop("Opened a step again"),
    "evidence.handed_over": gettext_noop("Gave a step to a successor"),
    "evidence.standing_set": gettext_noop("Set how a measure stands"),
    "evidence.proof_given": gettext_noop("Gave proof"),
    "evidence.proof_changed": gettext_noop("Changed proof"),
    "evidence.proof_answered": gettext_noop("Answered the questions about proof"),
    "evidence.proof_used": gettext_noop("Used proof for one thing more"),
    "evidence.proof_unused": gettext_noop("Took proof away from a thing"),
    "evidence.proof_accepted": gettext_noop("Accepted proof"),
    "evidence.proof_returned": gettext_noop("Returned proof"),
    "evidence.fact_taken": gettext_noop("Took a fact of a desk as proof"),
    "evidence.noted": gettext_noop("Noted a problem or a proposal"),
    "evidence.note_changed": gettext_noop("Changed a note for the report"),
    "evidence.note_carried": gettext_noop("Decided whether the report carries a note"),
    "evidence.exported": gettext_noop("Took the progress of a year out as a file"),
    "evidence.notes_exported": gettext_noop("Took the notes of a year out as a file"),
}
FIGURES = {
    "turns": gettext_noop("turns"),
    "measures": gettext_noop("measures"),
    "notes": gettext_noop("notes"),
    "files": gettext_noop("files"),
    "received_by": gettext_noop("received by"),
    "happened": gettext_noop("day of the deed"),
    "kind": gettext_noop("kind"),
    "measure": gettext_noop("measure"),
    "use": gettext_noop("use"),
    "item": gettext_noop("item"),
    "carried": gettext_noop("carried to the report"),
}
