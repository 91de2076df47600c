"""The public site."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Pages for the public, made from what was published, as files that need no program."""

    name = "prongsai.office.site"
    label = "site"

    def ready(self) -> None:
        """Say who may read the files of basic pages, and follow what is published."""
        from prongsai.office.disclosure.published_hooks import on_published
        from prongsai.office.site.file_holders import PERSON_PICTURE, SITE_PAGE
        from prongsai.office.site.following import follow
        from prongsai.platform.files.holders import holders

        holders.register(SITE_PAGE)
        holders.register(PERSON_PICTURE)
        on_published(follow)
