"""Findings."""

from django.apps import AppConfig


class FindingsConfig(AppConfig):
    """What a year's result says."""

    name = "prongsai.office.findings"
    label = "findings"

    def ready(self) -> None:
        """Put the findings among the pages of a year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.rounds.year_pages import YearPage, year_pages

        year_pages.register(YearPage("findings", _("Findings"), "findings", order=30))
        year_pages.register(YearPage("simulator", _("What if"), "findings-what-if", order=35))
