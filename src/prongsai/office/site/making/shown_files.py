"""Files as pages name them."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import splitext

from django.template.defaultfilters import filesizeformat

from prongsai.office.disclosure.content import ShownFile
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import FileVersion


@dataclass(frozen=True, slots=True)
class Named:
    """A file on a page: where it lies in the site, its name, its kind and size in words."""

    path: str
    name: str
    about: str
    version: int
    kind: str

    @property
    def is_picture(self) -> bool:
        """Whether it can be seen in the page."""
        return Kind(self.kind).is_picture


def named(page: str, file: ShownFile) -> Named:
    """Give a published file under its own address beside the page."""
    return Named(
        f"{page}{safe(file.address, file.kind)}", file.name, _about(file.kind, file.size), file.version, file.kind
    )


def named_version(page: str, version: FileVersion) -> Named:
    """Give a file of another room, under an address of its row."""
    address = f"file-{version.file_id}{splitext(version.name)[1].lower()}"
    told = _about(version.kind, version.size)
    return Named(f"{page}{safe(address, version.kind)}", version.name, told, version.pk, version.kind)


def safe(address: str, kind: str) -> str:
    """Give the address under which a file is served. A web page that somebody attached is given as text.

    Files of the site lie beside pages of the program, where the page of a stranger could act for who is logged in.
    """
    ending = Kind(kind).suffix
    wanted = (ending, ".jpeg") if kind == Kind.JPEG else (ending,)
    if kind == Kind.HTML:
        return f"{address}.txt"
    return address if address.lower().endswith(wanted) else f"{address}{ending}"


def _about(kind: str, size: int) -> str:
    return f"{kind.upper()} {filesizeformat(size)}"
