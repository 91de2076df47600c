"""Sentences about what is written down of a year, counted from its records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from prongsai.office.rounds.frameworks import known_years
from prongsai.office.rounds.models import Round, SurveyCount
from prongsai.office.rounds.models.surveys import Survey
from prongsai.office.rounds.schedule import Dated
from prongsai.office.rounds.services.looking_up import round_of
from prongsai.office.rounds.services.moving import moving_of
from prongsai.platform.ui.wording import number_in_words, short_day
from prongsai.registers.orders.services import order_called


def group_words(found: Round) -> str:
    """Say whether the order of the working group is written down, and which it is."""
    if not found.has_group:
        return _("No order of the working group of %(year)s is written down") % {"year": found.fiscal_year}
    known = order_called(found.order_id) if found.order_id else None
    told = {"year": found.fiscal_year, "order": known.title if known else found.order_number}
    return _("The working group of %(year)s is appointed: %(order)s") % told


def days_lacking(schedule: Sequence[Dated]) -> str:
    """Say how many days of the year are only estimated; empty where all are told."""
    count = sum(dated.taken_from is not None for dated in schedule)
    words = ngettext(
        "%(count)s day of the year is estimated until the calendar is out",
        "%(count)s days of the year are estimated until the calendar is out",
        count,
    )
    return words % {"count": count} if count else ""


def framework_words(found: Round) -> tuple[str, str]:
    """Say how far a year is with its framework, and the name of the page where that is settled."""
    told: dict[str, object] = {"year": found.fiscal_year, "codes": found.codes_year}
    if not found.is_draft:
        told["count"] = len(found.framework.items)
        return _("The year works on the framework of %(year)s: %(count)s OIT items") % told, "round"
    moving = moving_of(found) if found.fiscal_year in known_years() else None
    if moving is None:
        return _("The framework of %(year)s is not taken in; codes are those of %(codes)s") % told, "frameworks"
    kinds = [step.relation for step in moving.steps]
    told |= {"new": kinds.count("new"), "dropped": kinds.count("dropped")}
    told["changed"] = len(kinds) - kinds.count("new") - kinds.count("dropped")
    words = _("The framework of %(year)s is out: %(new)s new, %(changed)s changed, %(dropped)s dropped wait for a yes")
    return words % told, "round-move"


def survey_words(found: Round, today: date) -> Iterator[str]:
    """Say for each survey how many answered until a day, of at least how many; or that no address is written down."""
    windows = {window.survey: window for window in found.surveys.all()}
    until = SurveyCount.objects.filter(window__in=windows.values(), day__lte=today)
    counts = {count.window_id: count for count in until.order_by("day", "id")}  # the last one stays
    for survey in Survey:
        window = windows.get(survey.value)
        count = counts.get(window.pk) if window else None
        if window is None or not window.link:
            yield _("%(survey)s: no address is written down") % {"survey": survey.value}
        elif count is None:
            yield _("%(survey)s: no count is written down") % {"survey": survey.value}
        else:
            yield _counted(survey, count, window.least)


def _counted(survey: Survey, count: SurveyCount, least: int | None) -> str:
    told = {"survey": survey.value, "answers": number_in_words(count.answers), "day": short_day(count.day)}
    if least is None:
        return _("%(survey)s: %(answers)s answers until %(day)s; the least number is not known") % told
    told |= {"least": number_in_words(least), "lacking": number_in_words(max(least - count.answers, 0))}
    if count.answers >= least:
        return _("%(survey)s: %(answers)s answers of at least %(least)s until %(day)s: enough") % told
    return _("%(survey)s: %(answers)s answers of at least %(least)s until %(day)s, %(lacking)s lacking") % told


def new_year_words(year: int) -> tuple[str, Round | None]:
    """Say whether a coming year is open, and give it."""
    found = round_of(year)
    if found is None:
        return _("The year %(year)s has not been opened") % {"year": year}, None
    return _("The year %(year)s is open; its measures can be prepared") % {"year": year}, found
