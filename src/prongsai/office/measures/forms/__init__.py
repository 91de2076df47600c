"""Forms of measures."""

from prongsai.office.measures.forms.deciding import DecideForm, MadeKnownForm
from prongsai.office.measures.forms.facts import AnsweringYearForm, PlanFactsForm
from prongsai.office.measures.forms.importing import AcceptMeasuresForm, MeasuresListForm
from prongsai.office.measures.forms.measure import MeasureForm
from prongsai.office.measures.forms.steps import BesideSteps, StepRow

__all__ = [
    "AcceptMeasuresForm",
    "AnsweringYearForm",
    "BesideSteps",
    "DecideForm",
    "MadeKnownForm",
    "MeasureForm",
    "MeasuresListForm",
    "PlanFactsForm",
    "StepRow",
]
