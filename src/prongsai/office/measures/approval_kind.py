"""Plans go through the register of submissions: head and approver give their opinion, the executive decides."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from prongsai.ita.thai import format_date, format_period
from prongsai.office.measures.answering import analysed_year
from prongsai.office.measures.authors import writer_of
from prongsai.office.measures.models import Measure, MeasurePlan, PlanState
from prongsai.office.measures.services.deciding import decide_now
from prongsai.office.measures.services.looking_up import measures_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Standing, Unit
from prongsai.platform.notices.links import Link
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.services import Decision, ThingTold

PAPER = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"


class PlanApproval:
    """A plan of measures, submitted by the number of its row."""

    key = "measures"
    title = gettext_noop("Plan of measures")

    def tell(self, thing: int) -> ThingTold | None:
        """Give the plan as it stands, with every measure."""
        plan = MeasurePlan.objects.select_related("round").filter(pk=thing).first()
        unit = _unit_of(plan) if plan else None
        if plan is None or unit is None:
            return None
        measures, year = measures_of(plan), plan.round.fiscal_year
        analysed = analysed_year(plan.round, plan)
        why = f"ตามที่ได้วิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. {analysed} แล้ว" if analysed else ""
        return ThingTold(
            title=f"ขออนุมัติ{PAPER} ประจำปีงบประมาณ พ.ศ. {year}",
            unit=unit,
            link=Link("measures", {"round_id": plan.round_id}),
            decides=Standing.EXECUTIVE,
            opinions=(Standing.HEAD, Standing.APPROVER),
            why=why,
            what=f"จึงได้จัดทำ{PAPER} ประจำปีงบประมาณ พ.ศ. {year} จำนวน {len(measures)} มาตรการ",
            asks="จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ และให้ส่วนราชการที่เกี่ยวข้องถือปฏิบัติต่อไป",
            lines=tuple((measure.label, _line(measure)) for measure in measures),
            enclosures=(f"{PAPER} ประจำปีงบประมาณ พ.ศ. {year}",),
            written_by=(plan.made_by,),
        )

    def may_submit(self, acting: Acting, thing: int) -> bool:
        """Say whether it is being drawn up in an open year and holds a measure."""
        found = MeasurePlan.objects.filter(pk=thing, state=PlanState.DRAFT, round__closed__isnull=True)
        return acting.has(Role.COORDINATOR) and found.exists() and Measure.objects.filter(plan=thing).exists()

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:  # noqa: ARG002
        """Freeze the plan."""
        self._move(thing, PlanState.DRAFT, PlanState.SUBMITTED)

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:  # noqa: ARG002
        """Make it hold from the day of the approval."""
        plan = self._move(thing, PlanState.SUBMITTED, PlanState.SUBMITTED)
        words = f"อนุมัติโดย{decision.post}" + (f" ตามหนังสือ {decision.number}" if decision.number else "")
        decide_now(plan, day=decision.day, entered=decision.entered, decided_in=words)

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:  # noqa: ARG002
        """Let it be changed again."""
        self._move(thing, PlanState.SUBMITTED, PlanState.DRAFT)

    def _move(self, thing: int, before: PlanState, after: PlanState) -> MeasurePlan:
        plan = MeasurePlan.objects.select_for_update(of=("self",)).select_related("round").get(pk=thing)
        if plan.state != before:
            raise Conflict(_("This plan has changed meanwhile."))
        plan.state = after
        plan.save(update_fields=["state"])
        return plan


def _unit_of(plan: MeasurePlan) -> Unit | None:
    """Give the unit of who began the plan; where that account is of nobody, the first unit."""
    writer = writer_of(plan)
    return (writer.unit if writer else None) or Unit.objects.filter(closed=None).first()


def _line(measure: Measure) -> str:
    period = format_period(measure.period, digits="arabic") if measure.period else ""
    steps = [
        step.text + (f" (ภายใน {format_date(step.due, form='short', digits='arabic')})" if step.due else "")
        for step in measure.steps.all()
    ]
    unit = measure.lead_unit.name if measure.lead_unit else measure.units_as_printed
    titles = [measure.title, *measure.further_titles]
    return "\n".join([*titles, " ".join(part for part in (unit, period) if part), *steps])
