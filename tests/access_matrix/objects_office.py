"""Makes what the addresses of the yearly job name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from prongsai.ita.catalogue import load_framework
from prongsai.ita.papers.json import to_json
from prongsai.ita.papers.reading import DocumentHead, Reading
from prongsai.ita.scoring import TypedRow
from prongsai.office.results import services as results
from prongsai.office.results.models import Origin, ReadPaper, ResultSheet
from prongsai.office.rounds import services as rounds
from prongsai.office.rounds.milestones import Milestone
from prongsai.office.rounds.models import Round, SurveyWindow
from prongsai.office.rounds.models.surveys import Survey
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency

Told = Mapping[str, object]
SCORES = (93.40, 87.92, 86.75, 78.16, 88.07, 90.45, 87.83, 83.62, 95.00, 87.50)


def _round(office: Office, year: int = 2567) -> Round:
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    cycle = rounds.ensure_round(acting=coordinator, agency=office.agency, fiscal_year=year)
    Round.objects.filter(pk=cycle.pk).update(members=f"ปลัด {office.canary}", closed=None)
    return Round.objects.get(pk=cycle.pk)


def _sheet(office: Office) -> ResultSheet:
    rows = [TypedRow(n, str(n), f"{score:.2f}") for n, score in enumerate(SCORES, 1)]
    entered = results.enter_rows(
        acting=acting_as(office.accounts[Role.COORDINATOR]),
        agency=_round(office).agency,
        fiscal_year=2567,
        rows=rows,
        origin=Origin.TYPED,
    )
    assert entered.sheet is not None
    return entered.sheet


def _confirmed(office: Office) -> ResultSheet:
    sheet = _sheet(office)
    results.confirm(acting=acting_as(office.accounts[Role.COORDINATOR]), sheet=sheet)
    return ResultSheet.objects.get(pk=sheet.pk)


def _window(office: Office) -> SurveyWindow:
    told = {"link": "https://survey.example/iit", "closes": date(2025, 6, 30), "source": office.canary}
    coordinator = acting_as(office.accounts[Role.COORDINATOR])
    return rounds.set_survey(acting=coordinator, found=_round(office), survey=Survey.IIT, told=told)


def round_(office: Office) -> Told:
    return {"round_id": _round(office).pk}


def closed_round(office: Office) -> Told:
    cycle = _round(office)
    Round.objects.filter(pk=cycle.pk).update(closed=date(2024, 10, 31))
    return {"round_id": cycle.pk}


def draft_round(office: Office) -> Told:
    cycle = _round(office, 2568)
    Round.objects.filter(pk=cycle.pk).update(codes_year=2567)
    return {"round_id": cycle.pk}


def round_day(office: Office) -> Told:
    cycle = _round(office)
    rounds.set_days(
        acting=acting_as(office.accounts[Role.COORDINATOR]),
        found=cycle,
        milestone=Milestone.RESULTS,
        start=date(2024, 7, 30),
        end=None,
        source=office.canary,
    )
    return {"round_id": cycle.pk, "milestone": "results"}


def sent_framework(office: Office) -> Told:
    """A framework that waits, in an installation where this office is the only real one."""
    Agency.objects.exclude(pk=office.agency.pk).update(demo_today=date(2025, 3, 17))
    Agency.objects.filter(pk=office.agency.pk).update(demo_today=None)
    by = acting_as(office.accounts[Role.COORDINATOR])
    kept = rounds.keep_framework(acting=by, file_name=f"{office.canary}.yaml", framework=load_framework(2568))
    return {"waiting": kept.pk}


def round_paper(office: Office) -> Told:
    return {"round_id": _round(office).pk, "which": "meeting"}


def round_with_surveys(office: Office) -> Told:
    return {"round_id": _window(office).round_id}


def survey_window(office: Office) -> Told:
    return {"round_id": _window(office).round_id, "survey": "iit"}


def read_paper(office: Office) -> Told:
    paper = ReadPaper.objects.create(
        agency=office.agency,
        file_name=f"{office.canary}.pdf",
        sha256="0" * 64,
        found=to_json(Reading(DocumentHead("results", office.canary))),
        made_by="user:0",
    )
    return {"paper": paper.pk}


def result_sheet(office: Office) -> Told:
    return {"sheet": _sheet(office).pk}


def confirmed_sheet(office: Office) -> Told:
    return {"sheet": _confirmed(office).pk}


def score_line(office: Office) -> Told:
    return {"line": _sheet(office).lines.get(kind="indicator", code="4").pk}


def found_round(office: Office) -> Told:
    return {"round_id": _confirmed(office).round_id}


def analysis_paper(office: Office) -> Told:
    return {**found_round(office), "suffix": "docx"}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "round": round_,
    "closed_round": closed_round,
    "draft_round": draft_round,
    "round_day": round_day,
    "sent_framework": sent_framework,
    "round_paper": round_paper,
    "round_with_surveys": round_with_surveys,
    "survey_window": survey_window,
    "read_paper": read_paper,
    "result_sheet": result_sheet,
    "confirmed_sheet": confirmed_sheet,
    "score_line": score_line,
    "found_round": found_round,
    "analysis_paper": analysis_paper,
}
NOWHERE: dict[str, object] = {
    "round_id": 2**40,
    "milestone": "results",
    "which": "meeting",
    "survey": "iit",
    "paper": 2**40,
    "sheet": 2**40,
    "line": 2**40,
    "suffix": "docx",
}
