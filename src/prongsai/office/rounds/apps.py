"""Rounds of the assessment."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """A year of the assessment: its framework, days, working group, surveys."""

    name = "prongsai.office.rounds"
    label = "rounds"

    def ready(self) -> None:
        """Put the page of a round first among the pages of its year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.rounds.year_pages import YearPage, year_pages

        year_pages.register(YearPage("round", _("The year"), "round", order=10))
        year_pages.register(YearPage("surveys", _("Surveys"), "round-surveys", order=12, part_of="round"))
        year_pages.register(YearPage("papers", _("Briefing and meeting"), "round-papers", order=14, part_of="round"))
