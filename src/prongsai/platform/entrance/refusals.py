"""Why a deed with an account is refused."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from prongsai.platform.ui.refusals import Conflict


class Why(StrEnum):
    """A reason a page can put into words."""

    WRONG = "wrong"
    ONESELF = "oneself"
    SAME_PERSON = "same_person"
    NOT_ASKED = "not_asked"
    BY_NAME = "by_name"
    NOT_YOURS_TO_DO = "not_yours"
    APART = "apart"
    HELD = "held"
    LAST_ADMIN = "last_admin"
    TAKEN = "taken"
    OFF = "off"
    NO_LINK = "no_link"
    UNIT = "unit"


WORDS = {
    Why.WRONG: _("That is not right. Please look again at what you typed."),
    Why.ONESELF: _("Nobody does this for oneself. Please ask another person with the right to do it."),
    Why.SAME_PERSON: _("This needs a second person: whoever asked or proposed cannot also decide."),
    Why.NOT_ASKED: _("Nobody has asked for it. The owner asks at the log-in page, or the coordinator asks here."),
    Why.BY_NAME: _("For this role a colleague asks in his or her own name first: the log-in page is not enough."),
    Why.NOT_YOURS_TO_DO: _("For this account only a system administrator may do it."),
    Why.APART: _("One person may not hold these two roles together."),
    Why.HELD: _("The account has this role already, or it waits for a second person."),
    Why.LAST_ADMIN: _("This is the last system administrator. Give the role to another account first."),
    Why.TAKEN: _("An account with this login name exists already."),
    Why.OFF: _("The account is switched off."),
    Why.NO_LINK: _("For accounts with this role there are no personal links."),
    Why.UNIT: _("This role needs a unit."),
}


class Refusal(Conflict):
    """A deed that may not be done; `why` says so, `wait` how long until the next try. Uncaught it is a page (409)."""

    def __init__(self, why: Why, wait: timedelta = timedelta()) -> None:
        super().__init__(str(WORDS[why]))
        self.why, self.wait = why, wait
