"""The poster of a survey."""

from __future__ import annotations

from prongsai.ita.writing.survey_poster import SurveyPoster, write_survey_poster
from prongsai.office.rounds.models import SurveyWindow
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"


def survey_poster(window: SurveyWindow, agency: Agency) -> bytes:
    """Make the poster of a survey as PDF, A4. Refuses FONT where the fonts are not installed."""
    poster = SurveyPoster(
        agency=agency.name,
        survey="IIT" if window.survey == "IIT" else "EIT",
        fiscal_year=window.round.fiscal_year,
        address=window.link,
        closes=window.closes,
        footer=DEMO if agency.is_demo else "",
    )
    return write_survey_poster(poster, today(agency))
