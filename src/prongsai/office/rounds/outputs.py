"""Papers of a year: the poster of a survey, the briefing pack for staff, the page for a monthly meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from prongsai.ita.papers.blocks import Paper
from prongsai.ita.writing import compose
from prongsai.ita.writing.survey_poster import SurveyPoster, write_survey_poster
from prongsai.office.rounds.models import Round, SurveyWindow
from prongsai.office.rounds.paper_parts import paper_parts
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.registers.tasks.services import owed_by_units

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
OWED = ("tasks", "meetings")
"""Of which rooms the tasks of units stand on the page of a meeting: given tasks, and what a meeting decided."""


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


def briefing_of(found: Round, agency: Agency, told: Mapping[str, Any]) -> Paper:
    """Compose the briefing pack for staff. `told`: `held_on`, `place`, `contact`; what is lacking stays a gap."""
    known = paper_parts.of_briefing(found, today(agency))
    typed: dict[str, Any] = {name: told.get(name) or None for name in ("held_on", "place", "contact")}
    return compose.briefing_pack(_head(found, agency), compose.Briefing(framework=found.framework, **known, **typed))


def meeting_page_of(found: Round, agency: Agency, told: Mapping[str, Any]) -> Paper:
    """Compose the ITA page for a monthly meeting. `told`: `held_on`, `place`, `agenda_item`, `to_decide` (lines)."""
    day = today(agency)
    known = paper_parts.of_meeting(found, day)
    owed = [compose.UnitTask(each.unit, each.what, each.due) for each in owed_by_units(day, of=OWED)]
    known.setdefault("progress", None)  # no room told of measures: a gap, not “none”
    known["tasks"] = _units_together([*known.get("tasks", ()), *owed])
    typed: dict[str, Any] = {name: told.get(name) or None for name in ("held_on", "place", "agenda_item")}
    lines = [line.strip() for line in str(told.get("to_decide") or "").splitlines() if line.strip()]
    return compose.meeting_page(_head(found, agency), compose.MeetingAgenda(to_decide=lines, **known, **typed))


def _units_together(rows: Sequence[compose.UnitTask]) -> list[compose.UnitTask]:
    """Put what one unit hands in together, whichever room told of it; units in the order in which they come first."""
    units = list(dict.fromkeys(row.unit for row in rows))
    return sorted(rows, key=lambda row: units.index(row.unit))


def _head(found: Round, agency: Agency) -> compose.PaperHead:
    return compose.PaperHead(agency=agency.name, year=found.fiscal_year, footer=DEMO if agency.is_demo else "")
