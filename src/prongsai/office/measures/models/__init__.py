"""Records of this room."""

from prongsai.office.measures.models.amendment import Amendment
from prongsai.office.measures.models.imported import ImportedMeasures
from prongsai.office.measures.models.measure import Measure, SupportingUnit
from prongsai.office.measures.models.plan import MeasurePlan, PlanState
from prongsai.office.measures.models.step import Step

__all__ = ["Amendment", "ImportedMeasures", "Measure", "MeasurePlan", "PlanState", "Step", "SupportingUnit"]
