"""Takes out of files what their makers did not mean to tell. No Django: it runs in the child process only."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.platform.files.kinds import Kind


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file as it is kept. `as_sent`: nothing was taken out, because a signature would break."""

    kind: Kind
    data: bytes
    as_sent: bool = False


def clean(data: bytes, kind: str) -> Cleaned:
    """Clean a recognised file (a `Kind`, or `heic`). Each kind loads its library only when it is met."""
    if kind in (Kind.TXT, Kind.CSV):
        from prongsai.ita.thai import decode  # noqa: PLC0415

        decode(data)
        return Cleaned(Kind(kind), data)
    if kind == Kind.HTML:
        from prongsai.platform.files.cleaning.web_page import clean_page  # noqa: PLC0415

        return Cleaned(Kind.HTML, clean_page(data))
    if kind in (Kind.DOCX, Kind.XLSX):
        from prongsai.platform.files.cleaning.office import clean_office  # noqa: PLC0415

        return Cleaned(Kind(kind), clean_office(data))
    if kind == Kind.PDF:
        from prongsai.platform.files.cleaning.pdf import clean_pdf  # noqa: PLC0415

        return clean_pdf(data)
    from prongsai.platform.files.cleaning.pictures import clean_picture  # noqa: PLC0415

    return clean_picture(data, kind)
