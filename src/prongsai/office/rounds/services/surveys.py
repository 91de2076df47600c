"""Where a survey is answered, and how many did."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.office.rounds.models import Round, SurveyCount, SurveyWindow
from prongsai.office.rounds.models.surveys import Survey
from prongsai.office.rounds.services.standing import open_one
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.calendar.today import today
from prongsai.platform.ui.refusals import Conflict


@transaction.atomic
def set_survey(*, acting: Acting, found: Round, survey: Survey, told: Mapping[str, Any]) -> SurveyWindow:
    """Write down address, days and least number of a survey. Refuses Conflict on a closed year."""
    current = open_one(found)
    fields = {name: told.get(name) for name in ("opens", "closes", "least")}
    fields |= {name: told.get(name) or "" for name in ("link", "source")}
    window, _new = SurveyWindow.objects.update_or_create(
        agency_id=current.agency_id, round=current, survey=survey, defaults=fields
    )
    record(acting, "rounds.survey_set", thing=window, figures={"survey": survey.value, "least": window.least})
    return window


@transaction.atomic
def count_answers(*, acting: Acting, window: SurveyWindow, day: date, answers: int) -> SurveyCount:
    """Write down how many had answered on a day; a second count of one day takes the place of the first.

    Refuses Conflict on a closed year and for a day that has not come.
    """
    open_one(window.round)
    if day > today(acting.agency):
        raise Conflict(_("This day has not come yet."))
    told = {"answers": answers, "made_by": acting.actor}
    count, _new = SurveyCount.objects.update_or_create(
        agency_id=window.agency_id, window=window, day=day, defaults=told
    )
    record(acting, "rounds.answers_counted", thing=count, figures={"survey": window.survey, "answers": answers})
    return count
