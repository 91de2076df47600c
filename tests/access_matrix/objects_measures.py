"""Makes what the addresses of measures name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from cast import Office
from plans_of_an_office import add, plan_for
from prongsai.ita.papers.json import to_json
from prongsai.ita.papers.reading import DocumentHead, MeasureRow, Reading
from prongsai.office.measures.models import ImportedMeasures, Measure, MeasurePlan
from prongsai.office.measures.taking import PlanRow
from prongsai.office.results.models import ReadPaper

Told = Mapping[str, object]


def _plan(office: Office) -> MeasurePlan:
    """Give the plan of 2569 with a measure, being drawn up."""
    plan = plan_for(office, 2569)  # of a year of its own: the plan of 2568 is decided for the rooms above
    MeasurePlan.objects.filter(pk=plan.pk).update(state="draft", decided=None, limitations=office.canary)
    if not Measure.objects.filter(plan=plan).exists():
        add(office, plan)
    return plan


def round_with_plan(office: Office) -> Told:
    return {"round_id": _plan(office).round_id}


def plan_paper(office: Office) -> Told:
    return {"round_id": _plan(office).round_id, "kind": "free", "form": "docx"}


def plan_measure(office: Office) -> Told:
    return {"measure": Measure.objects.get(plan=_plan(office)).pk}


def decided_measure(office: Office) -> Told:
    plan = _plan(office)
    MeasurePlan.objects.filter(pk=plan.pk).update(state="decided", decided=date(2024, 10, 15))
    return {"measure": Measure.objects.get(plan=plan).pk}


def paper_with_measures(office: Office) -> Told:
    reading = Reading(DocumentHead("measures", office.canary), measures=(MeasureRow(measures=(office.canary,)),))
    paper = ReadPaper.objects.create(
        agency=office.agency,
        file_name=f"{office.canary}.docx",
        sha256="1" * 64,
        found=to_json(reading),
        years=[2568],
        made_by="user:0",
    )
    return {"round_id": _plan(office).round_id, "paper": paper.pk}


def one_paper_with_measures(office: Office) -> Told:
    return {"paper": paper_with_measures(office)["paper"]}


def measures_import(office: Office) -> Told:
    made = ImportedMeasures.objects.create(
        agency=office.agency,
        round=_plan(office).round,
        file_name=f"{office.canary}.xlsx",
        found={"rows": [PlanRow("2", (office.canary,)).as_json()], "limitations": [], "proposals": []},
        made_by="user:0",
    )
    return {"waiting": made.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "round_with_plan": round_with_plan,
    "plan_paper": plan_paper,
    "plan_measure": plan_measure,
    "decided_measure": decided_measure,
    "paper_with_measures": paper_with_measures,
    "one_paper_with_measures": one_paper_with_measures,
    "measures_import": measures_import,
}
NOWHERE: dict[str, object] = {"round_id": 2**40, "measure": 2**40, "waiting": 2**40, "paper": 2**40}
