"""Services go through the register of submissions: head and approver give their opinion, the executive decides."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.papers.service_lines import PART_WORDS, lines_of
from prongsai.ita.papers.service_time import whole_time
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Standing
from prongsai.platform.notices.links import Link
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.services import Decision, ThingTold
from prongsai.registers.services.file_holders import WRITERS
from prongsai.registers.services.models import Audience, ServiceVersion, VersionState
from prongsai.registers.services.outputs import forms_of

A_YEAR = timedelta(days=365)
"""A year after its approval a manual is looked through."""
_TOLD = ("criteria", "discretion", "steps", "documents", "fees", "channels", "law", "complaints", "remarks")


class ServiceApproval:
    """A version of a service, submitted by the number of its row."""

    key = "service"
    title = gettext_noop("Service or inside procedure")

    def tell(self, thing: int) -> ThingTold | None:
        """Give the version as it stands."""
        version = ServiceVersion.objects.select_related("service__unit").filter(pk=thing).first()
        if version is None:
            return None
        sheet = version.sheet
        manual = "คู่มือสำหรับประชาชน" if version.service.audience == Audience.PUBLIC else "คู่มือการปฏิบัติงาน"
        time = whole_time(sheet.steps).text
        return ThingTold(
            title=f"ขออนุมัติ{manual} เรื่อง {sheet.name}",
            unit=version.service.unit,
            link=Link("service-version", {"edition": version.pk}),
            decides=Standing.EXECUTIVE,
            opinions=(Standing.HEAD, Standing.APPROVER),
            what=f"{manual} เรื่อง {sheet.name} ฉบับที่ {version.number} รวม {len(sheet.steps)} ขั้นตอน ระยะเวลารวม {time}",
            asks=f"จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติ{manual}ที่เสนอมาพร้อมนี้",
            lines=tuple(_lines(sheet)),
            enclosures=forms_of(version),
            written_by=(version.made_by, version.edited_by),
        )

    def may_submit(self, acting: Acting, thing: int) -> bool:
        """Say whether it is a draft without a gap: silence is no answer to somebody who comes."""
        version = ServiceVersion.objects.filter(pk=thing, state=VersionState.DRAFT).first()
        return bool(version and acting.has(*WRITERS) and not version.gaps)

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:  # noqa: ARG002
        """Freeze the content."""
        version = _waits_as(thing, VersionState.DRAFT)
        version.state, version.returned_because = VersionState.SUBMITTED, ""
        version.save(update_fields=["state", "returned_because"])

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:  # noqa: ARG002
        """Make it the version that holds, and count a year to its review."""
        version = _waits_as(thing, VersionState.SUBMITTED)
        version.state, version.approved, version.entered = VersionState.APPROVED, decision.day, decision.entered
        version.approver_id, version.approver_post = decision.person, decision.post
        version.paper_number = decision.number
        version.save()
        version.service.reviewed, version.service.review_due = decision.day, decision.day + A_YEAR
        version.service.save(update_fields=["reviewed", "review_due"])

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:  # noqa: ARG002
        """Let it be written again, with the words of who returned it."""
        version = _waits_as(thing, VersionState.SUBMITTED)
        version.state, version.returned_because = VersionState.DRAFT, decision.text if decision else ""
        version.save(update_fields=["state", "returned_because"])


def _waits_as(thing: int, state: VersionState) -> ServiceVersion:
    versions = ServiceVersion.objects.select_for_update(of=("self",)).select_related("service")
    version: ServiceVersion = versions.get(pk=thing)
    if version.state != state:
        raise Conflict(_("This version has changed meanwhile."))
    return version


def _lines(sheet: ServiceSheet) -> list[tuple[str, str]]:
    told = ((PART_WORDS[part], " · ".join(lines_of(sheet, part))) for part in _TOLD)
    return [(words, text) for words, text in told if text]
