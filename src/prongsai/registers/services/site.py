"""The manuals that are posted, on the public site of the office."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_noop

from prongsai.ita.papers.service_time import whole_time
from prongsai.ita.writing.service import ServiceHead
from prongsai.ita.writing.service.manual import manual_blocks
from prongsai.platform.files.newest import newest_files
from prongsai.platform.modules import SiteFile, SitePage
from prongsai.registers.services.file_holders import SERVICE_FORM
from prongsai.registers.services.models import ServiceVersion


class ServicePages:
    """A page for each posted manual, with its forms."""

    key = "services"
    title = gettext_noop("Services")
    order = 40

    def pages(self, today: date) -> Iterator[SitePage]:  # noqa: ARG002 - what is posted today is what is posted
        """Give them in the order of their names."""
        forms = newest_files(SERVICE_FORM.key)
        posted = ServiceVersion.objects.posted().select_related("service__unit", "agency")
        for version in posted.order_by("service__sort_key", "service_id"):
            files = [SiteFile(form.name, form.pk) for form in forms.get(version.service_id, ())]
            head = ServiceHead(
                agency=version.agency.name,
                contact=version.agency.phone,
                version=version.number,
                posted=version.posted,
                draft=False,
                digits="arabic",
            )
            yield SitePage(
                slug=str(version.service_id),
                title=version.sheet.name,
                blocks=tuple(manual_blocks(version.sheet, head, [file.name for file in files])),
                about=f"{version.service.unit.name} · {whole_time(version.sheet.steps).text or '–'}",
                files=tuple(files),
                changed=version.posted,
            )
