"""Disclosure."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """What an office publishes under the items of a year, and the proof of when."""

    name = "prongsai.office.disclosure"
    label = "disclosure"

    def ready(self) -> None:
        """Say who may read the files, and put disclosure among the pages of a year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.disclosure.file_holders import PIECE_FILE, SIGNED_CLARIFICATION
        from prongsai.office.disclosure.published_holder import PUBLISHED_FILE
        from prongsai.office.rounds.year_pages import YearPage, year_pages
        from prongsai.platform.files.holders import holders

        holders.register(PIECE_FILE)
        holders.register(SIGNED_CLARIFICATION)
        holders.register(PUBLISHED_FILE)
        year_pages.register(YearPage("disclosure", _("Disclosure"), "disclosure", order=90))
        year_pages.register(
            YearPage("disclosure-check", _("Check before sending"), "disclosure-check", order=92, part_of="disclosure")
        )
        year_pages.register(
            YearPage("disclosure-answers", _("Answer sheet"), "disclosure-answers", order=94, part_of="disclosure")
        )
        year_pages.register(
            YearPage("disclosure-contractor", _("Contractor"), "disclosure-contractor", order=96, part_of="disclosure")
        )
        year_pages.register(
            YearPage("disclosure-watch", _("Watch"), "disclosure-watch", order=97, part_of="disclosure")
        )
        year_pages.register(
            YearPage("disclosure-after", _("After sending"), "disclosure-after", order=98, part_of="disclosure")
        )
