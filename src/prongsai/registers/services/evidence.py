"""What the register proves: manuals posted, services made shorter, and the list that fills the item on manuals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from prongsai.ita.evidence import Fact, TopicId
from prongsai.ita.papers.blocks import Block, Heading
from prongsai.ita.papers.service_changes import BeforeAfter, before_and_after
from prongsai.ita.papers.service_time import whole_time
from prongsai.ita.thai import format_date
from prongsai.ita.writing.service import ListedManual, manuals_table
from prongsai.platform.agency.models import Agency
from prongsai.platform.notices.links import whole_address
from prongsai.registers.services.models import Audience, ServiceVersion

PUBLIC_MANUALS: TopicId = "service-steps-and-times"
WORK_MANUALS: TopicId = "work-manuals"
FASTER: TopicId = "faster-service"
_AUDIENCE = {PUBLIC_MANUALS: Audience.PUBLIC, WORK_MANUALS: Audience.INTERNAL}


class ManualEvidence:
    """Speaks of manuals for the public, manuals for staff, and services that became shorter."""

    key = "services.manuals"
    topics: frozenset[TopicId] = frozenset({PUBLIC_MANUALS, WORK_MANUALS, FASTER})

    def facts(self, agency: str, since: date, until: date) -> Iterator[Fact]:
        """Give a fact for each manual made known or approved, and each lighter version, between two days."""
        for version in self._approved():
            if version.service.audience == Audience.INTERNAL and version.approved:
                if since <= version.approved <= until:
                    yield _fact(version, WORK_MANUALS, "อนุมัติคู่มือการปฏิบัติงาน", version.approved)
            elif version.posted and since <= version.posted <= until:
                yield _fact(version, PUBLIC_MANUALS, "เผยแพร่คู่มือสำหรับประชาชน", version.posted)
                yield from _lighter(version, version.posted)

    def content(self, topic: TopicId, agency: str, since: date, until: date) -> Iterable[Block]:
        """Give the list of manuals in force at the end of the period: posted ones, or approved ones for staff."""
        audience = _AUDIENCE.get(topic)
        if audience is None:
            return ()
        found = [version for version in self._approved() if version.service.audience == audience]
        in_force = [version for version in found if _holds(version, until)]
        title = "คู่มือสำหรับประชาชนที่เผยแพร่" if audience == Audience.PUBLIC else "คู่มือการปฏิบัติงานที่ใช้"
        office = Agency.objects.filter(code=agency).first()
        return (Heading(title), manuals_table([_listed(version, office) for version in _newest(in_force)]))

    def _approved(self) -> Iterable[ServiceVersion]:
        return ServiceVersion.objects.approved().select_related("service__unit").order_by("service__sort_key", "number")


def _holds(version: ServiceVersion, until: date) -> bool:
    if version.service.given_up and version.service.given_up <= until:
        return False
    begun = version.posted if version.service.audience == Audience.PUBLIC else version.approved
    return bool(begun and begun <= until and not (version.withdrawn and version.withdrawn <= until))


def _newest(versions: Iterable[ServiceVersion]) -> Iterable[ServiceVersion]:
    return {version.service_id: version for version in versions}.values()


def _listed(version: ServiceVersion, agency: Agency | None) -> ListedManual:
    begun = version.posted or version.approved
    path = version.service.public_path(agency) if agency and version.service.audience == Audience.PUBLIC else ""
    return ListedManual(
        name=version.sheet.name,
        unit=version.service.unit.name,
        time=whole_time(version.sheet.steps).text or "–",
        posted=format_date(begun, form="short", digits="arabic") if begun else "–",
        address=(whole_address(agency, path) if agency else "") or "–",
    )


def _fact(version: ServiceVersion, topic: TopicId, verb: str, day: date) -> Fact:
    sheet = version.sheet
    told = f"รวม {len(sheet.steps)} ขั้นตอน ระยะเวลารวม {whole_time(sheet.steps).text}"
    sentence = f"{verb} เรื่อง {sheet.name} ฉบับที่ {version.number} {told}"
    figures = {"steps": Decimal(len(sheet.steps)), "documents": Decimal(len(sheet.documents))}
    return Fact(topic, sentence, day, figures, link=version.service.get_absolute_url(), public=version.is_posted)


def _lighter(version: ServiceVersion, day: date) -> Iterator[Fact]:
    compared = compared_with_before(version)
    if compared is None or not compared.lighter:
        return
    before, after = compared.before, compared.after
    sentence = (
        f"ปรับปรุงงาน {version.sheet.name} จาก {before.steps} เป็น {after.steps} ขั้นตอน "
        f"ระยะเวลาจาก {before.time.text} เป็น {after.time.text} เอกสารจาก {before.papers} เป็น {after.papers} ฉบับ"
    )
    figures = {"steps_before": Decimal(before.steps), "steps_after": Decimal(after.steps)}
    yield Fact(FASTER, sentence, day, figures, link=version.service.get_absolute_url(), public=version.is_posted)


def compared_with_before(version: ServiceVersion) -> BeforeAfter | None:
    """Give the burdens of a version and of the approved one before it, None for the first."""
    older = ServiceVersion.objects.filter(service=version.service_id, number__lt=version.number)
    before = older.approved().order_by("-number").first()
    return before_and_after(before.sheet, version.sheet) if before else None
