"""The register of meetings."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Groups that meet, their meetings, what they decided."""

    name = "prongsai.registers.meetings"
    label = "meetings"

    def ready(self) -> None:
        """Say who may read and change the files of meetings."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.meetings.file_holders import ATTENDANCE_SCAN, DECISION_PROOF, SIGNED_MINUTES

        for holder in (ATTENDANCE_SCAN, DECISION_PROOF, SIGNED_MINUTES):
            holders.register(holder)
