"""Words to be copied into the LINE group of an office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.composing import SOMETHING_NEW
from prongsai.platform.notices.links import whole_address
from prongsai.platform.notices.models import Notice
from prongsai.platform.ui.wording import day_with_weekday


def text_for_line(
    *, subject: str, words: str = "", items: Sequence[str] = (), due: date | None = None, address: str = ""
) -> str:
    """Put a request or a piece of news into lines that read well in a chat, in the language of the office.

    `items` are numbered; `address` is a whole address that everybody in the group may open.
    """
    with translation.override(settings.LANGUAGE_CODE):
        lines = [subject, words, *(f"{number}. {item}" for number, item in enumerate(items, start=1))]
        if due:
            lines.append(_("Due: %(day)s") % {"day": day_with_weekday(due)})
        if address:
            lines.append(_("Open: %(address)s") % {"address": address})
        return "\n".join(line for line in lines if line)


def line_text_of(notice: Notice, agency: Agency) -> str:
    """Put a notice into such lines; of a sensitive one only that there is something new."""
    if notice.sensitive:
        with translation.override(settings.LANGUAGE_CODE):
            return text_for_line(subject=_(SOMETHING_NEW))
    address = whole_address(agency, notice.path)
    return text_for_line(subject=notice.subject, words=notice.words, due=notice.due, address=address)
