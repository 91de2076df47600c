"""Findings."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """What a year's result says."""

    name = "prongsai.office.findings"
    label = "findings"

    def ready(self) -> None:
        """Put the findings among the pages of a year, and into its papers."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.findings.paper_part import for_briefing
        from prongsai.office.rounds.paper_parts import PaperPart, paper_parts
        from prongsai.office.rounds.year_pages import YearPage, year_pages

        year_pages.register(
            YearPage("findings", _("Findings"), "findings", order=30, leads_on=_("See what the result says"))
        )
        year_pages.register(YearPage("simulator", _("What if"), "findings-what-if", order=35, part_of="findings"))
        paper_parts.register(PaperPart("findings", briefing=for_briefing))
