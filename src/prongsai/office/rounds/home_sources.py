"""What this room says on the home page: where in the assessment the office is, and which day comes next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.rounds.models import Round
from prongsai.office.rounds.schedule import Ahead, Dated, next_day, phase_on
from prongsai.office.rounds.services.looking_up import running_round, schedule_for
from prongsai.platform.modules import HomeLine, HomePart
from prongsai.platform.ui.wording import day_in_words


class WhereInTheAssessment:
    """The phase of the running round, its next day with the source, and whether its framework is out."""

    key = "rounds.where"
    part = HomePart.WHERE

    def lines(self, today: date, *, units: frozenset[int] | None = None) -> Iterable[HomeLine]:  # noqa: ARG002
        """Give the lines; none where no year was opened."""
        found = running_round(today)
        if found is None:
            return
        arguments = {"round_id": found.pk}
        schedule = schedule_for(found)
        told = {"year": found.fiscal_year, "phase": phase_on(schedule, today, found.fiscal_year).label}
        yield HomeLine(_("ITA of fiscal year %(year)s: %(phase)s") % told, "round", arguments, order=100)
        if ahead := next_day(schedule, today):
            yield HomeLine(words_of(ahead), "round", arguments, order=110)
        if found.is_draft:
            yield HomeLine(draft_words(found), "round", arguments, order=120)


def words_of(ahead: Ahead) -> str:
    """Say which day comes next, how far it is, and from where it is known."""
    told = {"what": ahead.dated.milestone.label, "day": day_in_words(ahead.day), "left": ahead.left}
    if ahead.closes:
        said = ngettext(
            "%(left)s day left: %(what)s, until %(day)s", "%(left)s days left: %(what)s, until %(day)s", ahead.left
        )
    else:
        said = ngettext(
            "In %(left)s day: %(what)s, from %(day)s", "In %(left)s days: %(what)s, from %(day)s", ahead.left
        )
    return f"{said % told} ({source_words(ahead.dated)})"


def source_words(dated: Dated) -> str:
    """Say where days are known from."""
    if dated.taken_from:
        return _("estimated from the year %(year)s") % {"year": dated.taken_from}
    if not dated.confirmed:
        return _("not confirmed")
    return _("source: %(source)s") % {"source": dated.source} if dated.source else _("from the framework")


def draft_words(found: Round) -> str:
    """Say that a round works on the codes of an earlier year."""
    told = {"year": found.fiscal_year, "codes": found.codes_year}
    return _("Draft: the framework of %(year)s is awaited; codes are those of %(codes)s") % told
