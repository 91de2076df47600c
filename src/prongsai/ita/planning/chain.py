"""Which year's results a plan analyses, and in which year it is carried out: data of the catalogue, or asked."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.thai.refusal import Refused


@dataclass(frozen=True, slots=True)
class PlanYears:
    """The two fiscal years (BE) of a plan."""

    analysed: int
    executed: int


def years_of_plan(framework: Framework, *, analysed: int | None = None, executed: int | None = None) -> PlanYears:
    """Give the years of the plan item of a framework; what the caller says goes before the catalogue.

    A draft's own chain is that of the year it was copied from, so it is not used. Raises Refused with rule
    ASK-ANALYSED or ASK-EXECUTED where neither the catalogue nor the caller knows: no year is counted from another.
    """
    chain = None if framework.is_draft else framework.measures_documents
    analysed = analysed or (chain.analysed_result_year if chain else None)
    executed = executed or (chain.plan_execution_year if chain else None)
    if analysed is None:
        message = f"กรอบการประเมินปี {framework.year} ไม่ได้ระบุว่ามาตรการใช้ผลการประเมินของปีใด โปรดระบุปีของผลการประเมิน"
        raise Refused("ASK-ANALYSED", message)
    if executed is None:
        message = f"กรอบการประเมินปี {framework.year} ไม่ได้ระบุว่าดำเนินการตามมาตรการในปีใด โปรดระบุปีงบประมาณของมาตรการ"
        raise Refused("ASK-EXECUTED", message)
    return PlanYears(analysed, executed)
