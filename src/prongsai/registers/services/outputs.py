"""The outputs of a version: which there are, and their bytes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.ita.papers.blocks import PaperStyle
from prongsai.ita.papers.service import ServiceSheet
from prongsai.ita.writing import write_docx, write_pdf
from prongsai.ita.writing.service import (
    ServiceHead,
    manual_paper,
    script_paper,
    square_code_png,
    square_code_svg,
    write_leaflet,
    write_poster,
    write_wall_chart,
)
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.links import whole_address
from prongsai.registers.services.file_holders import SERVICE_FORM
from prongsai.registers.services.models import Audience, ServiceVersion

DEMO = "ข้อมูลสมมุติเพื่อการสาธิต"
ALOUD = PaperStyle(size_pdf=Decimal(16), size_docx=Decimal(20))
"""What is read aloud is set in large letters."""
SVG = "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an output is made of."""

    sheet: ServiceSheet
    head: ServiceHead
    forms: tuple[str, ...]
    written_on: date


@dataclass(frozen=True, slots=True)
class Output:
    """One output: its words, the kind of file, how it is made, whether the public address must be known."""

    key: str
    label: Promise
    suffix: str
    content_type: str
    make: Callable[[Setting], bytes]
    needs_address: bool = False
    for_citizens: bool = True


def _manual_pdf(told: Setting) -> bytes:
    return write_pdf(manual_paper(told.sheet, told.head, told.forms), told.written_on)


def _manual_docx(told: Setting) -> bytes:
    return write_docx(manual_paper(told.sheet, told.head, told.forms), told.written_on)


def _script_pdf(told: Setting) -> bytes:
    return write_pdf(script_paper(told.sheet, told.head), told.written_on, ALOUD)


def _script_docx(told: Setting) -> bytes:
    return write_docx(script_paper(told.sheet, told.head), told.written_on, ALOUD)


_PDF, _DOCX = Kind.PDF.content_type, Kind.DOCX.content_type
OUTPUTS = {
    output.key: output
    for output in (
        Output("manual", _("Manual, A4 (PDF)"), "pdf", _PDF, _manual_pdf, for_citizens=False),
        Output("manual-word", _("Manual, A4 (Word)"), "docx", _DOCX, _manual_docx, for_citizens=False),
        Output(
            "chart", _("Wall chart, A4"), "pdf", _PDF, lambda t: write_wall_chart(t.sheet, t.head, t.written_on),
            for_citizens=False,
        ),
        Output(
            "chart-a3", _("Wall chart, A3"), "pdf", _PDF,
            lambda t: write_wall_chart(t.sheet, t.head, t.written_on, size="a3"), for_citizens=False,
        ),
        Output("leaflet", _("Leaflet, A4 folded in three"), "pdf", _PDF,
               lambda t: write_leaflet(t.sheet, t.head, t.written_on)),
        Output("poster", _("Poster, A4"), "pdf", _PDF, lambda t: write_poster(t.sheet, t.head, t.written_on)),
        Output("poster-a3", _("Poster, A3"), "pdf", _PDF,
               lambda t: write_poster(t.sheet, t.head, t.written_on, size="a3")),
        Output("script", _("Loudspeaker script (PDF)"), "pdf", _PDF, _script_pdf),
        Output("script-word", _("Loudspeaker script (Word)"), "docx", _DOCX, _script_docx),
        Output("code", _("Square code (SVG)"), "svg", SVG,
               lambda t: square_code_svg(t.head.address), needs_address=True),
        Output("code-png", _("Square code (PNG)"), "png", Kind.PNG.content_type,
               lambda t: square_code_png(t.head.address), needs_address=True),
    )
}  # fmt: skip


def outputs_of(version: ServiceVersion, agency: Agency) -> list[Output]:
    """Give the outputs that can be made: for citizens only of public services, codes only with a known address."""
    public = version.service.audience == Audience.PUBLIC
    address = bool(head_of(version, agency).address)
    return [
        output
        for output in OUTPUTS.values()
        if (public or not output.for_citizens) and (address or not output.needs_address)
    ]


def made(version: ServiceVersion, agency: Agency, output: Output) -> bytes:
    """Make an output. Refuses FONT where the fonts are not installed."""
    told = Setting(version.sheet, head_of(version, agency), forms_of(version), today(agency))
    return output.make(told)


def head_of(version: ServiceVersion, agency: Agency) -> ServiceHead:
    """Give what every output of a version carries."""
    public = version.service.audience == Audience.PUBLIC
    return ServiceHead(
        agency=agency.name,
        contact=f"โทร. {agency.phone}" if agency.phone else "",
        address=whole_address(agency, version.service.public_path(agency)) if public else "",
        version=version.number,
        posted=version.posted,
        draft=not version.is_approved,
        footer=DEMO if agency.is_demo else "",
    )


def forms_of(version: ServiceVersion) -> tuple[str, ...]:
    """Give the names of the attached forms."""
    held = Attachment.objects.filter(holder=SERVICE_FORM.key, thing=version.service_id)
    return tuple(attachment.file.newest.name for attachment in held.select_related("file"))
