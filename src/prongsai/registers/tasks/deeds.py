"""Deeds of this room."""

from django.utils.translation import gettext_noop

DEEDS = {
    "tasks.given": gettext_noop("Gave a task"),
    "tasks.changed": gettext_noop("Changed a task"),
    "tasks.handed_in": gettext_noop("Handed in a task"),
    "tasks.handed_in_for": gettext_noop("Handed in a task for somebody else"),
    "tasks.returned": gettext_noop("Returned a task"),
    "tasks.dropped": gettext_noop("Called off a task"),
    "tasks.handed_over": gettext_noop("Gave a task to a successor"),
    "tasks.imported": gettext_noop("Gave the tasks of a list"),
    "tasks.exported": gettext_noop("Took the list of tasks out as a file"),
}
FIGURES = {
    "files": gettext_noop("files"),
    "received_by": gettext_noop("received by"),
    "tasks": gettext_noop("tasks"),
}
