"""Measures."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """Plans of a year, their measures and steps."""

    name = "prongsai.office.measures"
    label = "measures"

    def ready(self) -> None:
        """Put the plan among the pages of a year, and among what is submitted; offer the measures of papers."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.measures.approval_kind import PlanApproval
        from prongsai.office.measures.paper_part import for_briefing
        from prongsai.office.results.paper_uses import PaperUse, paper_uses
        from prongsai.office.rounds.paper_parts import PaperPart, paper_parts
        from prongsai.office.rounds.year_pages import YearPage, year_pages
        from prongsai.registers.approvals.services import approval_kinds

        leads_on = _("Draft measures from the findings")
        year_pages.register(YearPage("measures", _("Measures"), "measures", order=40, leads_on=leads_on))
        approval_kinds.register(PlanApproval())
        paper_parts.register(PaperPart("measures", briefing=for_briefing))
        over = _("Take over the measures of this paper")
        paper_uses.register(PaperUse(over, "measures-of-paper", lambda reading: bool(reading.measures)))
