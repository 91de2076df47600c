"""The states that work and facts can be in, one wording for all rooms."""

from __future__ import annotations

from typing import Literal

from django.db import models
from django.utils.translation import gettext_lazy as _

Tone = Literal["", "going", "waiting", "done", "late", "open"]


class State(models.TextChoices):
    """A state and its words. Rooms choose among these; a list that needs another adds it here."""

    NOT_DUE = "not-due", _("Not due yet")
    NOT_STARTED = "not-started", _("Not started")
    UNDER_WAY = "under-way", _("Under way")
    AWAITING_EVIDENCE = "awaiting-evidence", _("Awaiting evidence")
    CONTINUING = "continuing", _("Continuing (with evidence)")
    DONE = "done", _("Completed (with evidence)")
    OVERDUE = "overdue", _("Overdue")
    NOT_DONE = "not-done", _("Not carried out (reason given)")
    NONE = "none", _("Nothing to report")
    UNCONFIRMED = "unconfirmed", _("Not confirmed")
    UNDECIDED = "undecided", _("Cannot be concluded yet")

    @property
    def tone(self) -> Tone:
        """How the state is coloured; the words alone carry the meaning."""
        return _TONES.get(self, "")


_TONES: dict[State, Tone] = {
    State.UNDER_WAY: "going",
    State.CONTINUING: "going",
    State.AWAITING_EVIDENCE: "waiting",
    State.DONE: "done",
    State.OVERDUE: "late",
    State.NOT_DONE: "late",
    State.UNCONFIRMED: "open",
    State.UNDECIDED: "open",
}
