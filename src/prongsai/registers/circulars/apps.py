"""The register of circulars and briefings."""

from django.apps import AppConfig


class CircularsConfig(AppConfig):
    """Circulars with who has read them, briefings with who came."""

    name = "prongsai.registers.circulars"
    label = "circulars"

    def ready(self) -> None:
        """Say who may read and change the files of circulars and briefings, and who read a policy by them."""
        from prongsai.platform.files.holders import holders
        from prongsai.registers.circulars.file_holders import HOLDERS
        from prongsai.registers.circulars.policy_readers import ReadByCirculars
        from prongsai.registers.policies.services import reader_sources

        for holder in HOLDERS:
            holders.register(holder)
        reader_sources.register(ReadByCirculars())
