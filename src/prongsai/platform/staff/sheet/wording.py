"""What is wrong or doubtful in a list, in the words of the page."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from prongsai.ita.thai import Refused
from prongsai.platform.files.fields import ENGLISH
from prongsai.platform.staff.sheet.comparing import ANOTHER, CHANGED, DOUBTFUL, NEW, REFUSED, SAME, SKIP, TAKE
from prongsai.platform.staff.sheet.reading import Fault
from prongsai.platform.ui.wording import in_thai

WORDS = {
    "SURNAME": _("No given name or no family name was found. Put a blank between the two."),
    "REQUIRED": _("Nothing stands here, and it is needed."),
    "FORMULA": _("This is a formula. Type the value instead."),
    "EMAIL": _("This is no e-mail address."),
    "ACTING": _("“%(told)s” is not taken over: acting is recorded on the person's page, with its order."),
    "DUPLICATE": _("The same as line %(told)s."),
    "LISTED-TWICE": _("The same name as line %(told)s, but otherwise different."),
    "NAMESAKE": _("More than one person has this name."),
    "MOVED": _("Somebody of this name is in %(told)s: moved from there, or another person?"),
    "SCRIPTS": _("Letters of another script stand in this name. Please look."),
}
LIST_RULES = {
    "COLUMNS": _("No heading names people and their units. Use the form that this page gives, or its headings."),
    "EMPTY": _("No name stands below the heading."),
    "SIZE": _("The list is too long."),
    "QUOTES": _("The quotation marks of the file do not match. Open it with Excel and save it again."),
}
STATES = {
    REFUSED: gettext_lazy("To correct"),
    DOUBTFUL: gettext_lazy("To decide"),
    NEW: gettext_lazy("New"),
    CHANGED: gettext_lazy("Changed"),
    SAME: gettext_lazy("Unchanged"),
}
TONES = {REFUSED: "late", DOUBTFUL: "waiting", NEW: "done", CHANGED: "going", SAME: ""}
CHOICES = {
    TAKE: gettext_lazy("Take over as in the list"),
    ANOTHER: gettext_lazy("Another person: add"),
    SKIP: gettext_lazy("Leave this line out"),
}
FIELDS = {
    "prefix": gettext_lazy("Title before the name"),
    "unit": gettext_lazy("Unit"),
    "post": gettext_lazy("Post"),
    "employment": gettext_lazy("Kind of employment"),
    "email": gettext_lazy("E-mail"),
    "since": gettext_lazy("Works here since"),
}


def fault_in_words(fault: Fault) -> str:
    """Say what is wrong: our own sentence, else that of the core."""
    if fault.message and (in_thai() or fault.rule not in WORDS):
        return fault.message
    return gettext(WORDS[fault.rule]) % {"told": fault.told} if fault.rule in WORDS else fault.rule


def refusal_in_words(refused: Refused) -> str:
    """Say why a whole list is refused."""
    if in_thai():
        return refused.message
    if refused.rule in LIST_RULES:
        return gettext(LIST_RULES[refused.rule])
    return str(ENGLISH.get(refused.rule, refused.message))
