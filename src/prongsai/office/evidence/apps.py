"""Progress and evidence."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Turns of steps, standing of measures, proof and what it is used for, notes through the year."""

    name = "prongsai.office.evidence"
    label = "evidence"

    def ready(self) -> None:
        """Say who may read proof, follow decided plans, and put the pages of this room among those of a year."""
        from django.utils.translation import gettext_lazy as _

        from prongsai.office.evidence.file_holders import PROOF_FILES
        from prongsai.office.evidence.paper_part import for_meeting
        from prongsai.office.evidence.services import ensure_turns
        from prongsai.office.measures.services import on_decided
        from prongsai.office.rounds.paper_parts import PaperPart, paper_parts
        from prongsai.office.rounds.year_pages import YearPage, year_pages
        from prongsai.platform.files.holders import holders

        holders.register(PROOF_FILES)
        on_decided(ensure_turns)
        paper_parts.register(PaperPart("evidence", meeting=for_meeting))
        year_pages.register(YearPage("progress", _("Progress"), "progress", order=50))
        year_pages.register(YearPage("evidence", _("Evidence"), "evidence", order=60))
        year_pages.register(YearPage("notes", _("Problems and proposals"), "notes", order=65, part_of="evidence"))
