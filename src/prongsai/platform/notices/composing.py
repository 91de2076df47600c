"""What goes out by e-mail and LINE, in the language of the office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from prongsai.ita.thai import single_line
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.links import whole_address
from prongsai.platform.notices.models import Notice
from prongsai.platform.ui.wording import day_with_weekday

SOMETHING_NEW = gettext_noop("Something new")
MOST_LISTED = 30


@dataclass(frozen=True, slots=True)
class Message:
    """A subject of one line, and plain text."""

    subject: str
    text: str


def compose(notices: Sequence[Notice], agency: Agency) -> Message:
    """Put notices into one message: one in full, several as a list. Of sensitive matters nothing is said."""
    with translation.override(settings.LANGUAGE_CODE):
        told = [notice for notice in notices if not notice.sensitive]
        hidden = len(notices) - len(told)
        if len(notices) == 1:
            subject = told[0].subject if told else _(SOMETHING_NEW)
            parts = [_one(told[0]) if told else _(SOMETHING_NEW)]
        else:
            subject = ngettext("%(count)d notice", "%(count)d notices", len(notices)) % {"count": len(notices)}
            parts = [_list(told, hidden)]
        parts += [_where(notices, agency), _foot(agency)]
        short = agency.short_name or agency.name
        return Message(single_line(f"[{short}] {subject}"), "\n\n".join(part for part in parts if part))


def _one(notice: Notice) -> str:
    lines = [notice.subject, notice.words]
    if notice.due:
        lines.append(due_line(notice))
    return "\n".join(line for line in lines if line)


def due_line(notice: Notice) -> str:
    """Say by when, empty where there is no day."""
    return _("Due: %(day)s") % {"day": day_with_weekday(notice.due)} if notice.due else ""


def _list(told: Sequence[Notice], hidden: int) -> str:
    lines = [
        f"{number}. {notice.subject}" + (f" ({due_line(notice)})" if notice.due else "")
        for number, notice in enumerate(told[:MOST_LISTED], start=1)
    ]
    if more := len(told) - MOST_LISTED:
        lines += [_("and %(count)d more") % {"count": more}] if more > 0 else []
    if hidden:
        something_new = _(SOMETHING_NEW)
        lines.append(f"{something_new} ({hidden})")
    return "\n".join(lines)


def _where(notices: Sequence[Notice], agency: Agency) -> str:
    """Say where to read on. Several, or a sensitive one, lead to the page of notices."""
    alone = notices[0] if len(notices) == 1 and not notices[0].sensitive else None
    address = whole_address(agency, (alone.path if alone else "") or reverse("notices"))
    return address or _("Log in to the system of the office and open the notices.")


def _foot(agency: Agency) -> str:
    return _("Sent by the system of %(agency)s by itself. How you are told: on the page of notices.") % {
        "agency": agency.name
    }
