"""Data calls."""

from django.apps import AppConfig


class DataCallsConfig(AppConfig):
    """What each unit is asked for in a year of the assessment, and what it handed in."""

    name = "prongsai.office.data_calls"
    label = "data_calls"

    def ready(self) -> None:
        """Say who may read the files, and put the data calls among the pages of a year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.data_calls.file_holders import HAND_IN, SIGNED_MEMO
        from prongsai.office.data_calls.paper_part import for_meeting
        from prongsai.office.rounds.paper_parts import PaperPart, paper_parts
        from prongsai.office.rounds.year_pages import YearPage, year_pages
        from prongsai.platform.files.holders import holders

        holders.register(HAND_IN)
        holders.register(SIGNED_MEMO)
        paper_parts.register(PaperPart("data_calls", meeting=for_meeting))
        year_pages.register(YearPage("data-calls", _("Data of units"), "data-calls", order=45))
