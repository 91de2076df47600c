"""Results of the assessment."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    """Papers as read, result sheets, their lines."""

    name = "prongsai.office.results"
    label = "results"

    def ready(self) -> None:
        """Say who may read the papers, and put the results among the pages of a year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.results.file_holders import RESULT_PAPER
        from prongsai.office.rounds.year_pages import YearPage, year_pages
        from prongsai.platform.files.holders import holders

        holders.register(RESULT_PAPER)
        year_pages.register(YearPage("results", _("Results"), "results", order=20))
