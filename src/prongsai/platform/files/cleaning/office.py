"""Packs an Office file anew without its properties, its writers' names, paths of their computers, and foreign parts.

What the paper says stays, changes that are still tracked and comments too: only who made them and when goes. Scripts
and calls of other programs are refused, addresses from which a part would be fetched are blanked.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable

from prongsai.ita.reading.archive import unpacked
from prongsai.ita.reading.archive_index import Member, macros, read_index
from prongsai.ita.reading.archive_packing import Part, pack
from prongsai.ita.reading.archive_parts import PartScan
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.files.cleaning import office_links, office_parts
from prongsai.platform.files.cleaning.picture_parts import without_metadata

_EMBEDDED = "/embeddings/"
_OFFICE = (".docx", ".xlsx", ".pptx")
_PICTURES = (".jpg", ".jpeg", ".png", ".jfif", ".jpe")
_KEPT = (
    ".xml", ".rels", ".vml", ".svg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".wdp", ".odttf", ".ttf",
    ".fntdata", *_PICTURES,
)  # fmt: skip
_XML = (".xml", ".rels", ".vml", ".svg")


def clean_office(data: bytes, *, inside: bool = False) -> bytes:
    """Give the clean file. `inside`: it stands in another one, and what stands in it in turn is left out.

    Refuses what `archive_index.read_index` and `archive_parts.PartScan` refuse, MACRO, DDE and NESTED (another document
    inserted whole).
    """
    members = read_index(data)
    of_workbook = any(member.name.startswith("xl/") for member in members)
    gone = frozenset(member.name for member in members if office_parts.is_dropped(member.name))
    kept = [member for member in members if member.name not in gone and not office_links.belongs_to(member.name, gone)]
    return pack(_part(data, member, gone, of_workbook=of_workbook, inside=inside) for member in kept)


def _part(data: bytes, member: Member, gone: frozenset[str], *, of_workbook: bool, inside: bool) -> Part:
    """Look through one member as every reader does, and give what is kept of it."""
    name = member.name.lower()
    scan = PartScan(member.name, of_workbook)
    scan.is_xml = name.endswith(_XML)
    chunks = []
    for chunk in unpacked(data, member):
        scan.take(chunk)
        chunks.append(chunk)
    content = b"".join(chunks)
    del chunks
    cleaned = _cleaner(member.name, gone, inside=inside)(content)
    if cleaned is content:
        packed = data[member.start : member.start + member.packed]
        return Part(member.name, packed, member.deflated, member.size, member.checksum)
    return Part(member.name, _deflated(cleaned), True, len(cleaned), zlib.crc32(cleaned))


def _cleaner(name: str, gone: frozenset[str], *, inside: bool) -> Callable[[bytes], bytes]:
    low = name.lower()
    if name == "[Content_Types].xml":
        return lambda content: office_links.clean_types(content, gone)
    if low.endswith(".rels"):
        return lambda content: office_links.clean_relations(content, name, gone)
    if _EMBEDDED in low and low.endswith(_OFFICE) and not inside:
        return _embedded
    if low.endswith(_PICTURES):
        return without_metadata
    if low.endswith(_KEPT):
        return lambda content: office_parts.clean_part(low, content)
    return lambda _: b""


def _embedded(content: bytes) -> bytes:
    """Clean the workbook behind a chart too; what cannot be looked through is left out, the picture of it stays."""
    try:
        return clean_office(content, inside=True)
    except Refused as refused:
        if refused.rule == "MACRO":
            raise macros() from None
        return b""


def _deflated(content: bytes) -> bytes:
    engine = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return engine.compress(content) + engine.flush()
