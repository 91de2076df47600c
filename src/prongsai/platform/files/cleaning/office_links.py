"""What the parts of an Office file point to: dropped parts are forgotten, nothing is fetched (ECMA-376 part 2)."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from lxml import etree

from prongsai.ita.reading.archive_index import macros
from prongsai.ita.reading.ooxml import broken
from prongsai.ita.thai.refusal import Refused

_NOWHERE = "about:blank"
_PATH = re.compile(r"^(?:file:|[A-Za-z]:[\\/]|\\\\|//|/)", re.IGNORECASE)
_WEB = re.compile(r"^(?:https?:|mailto:|tel:|#)", re.IGNORECASE)
_HEADER: dict[str, Any] = {"encoding": "UTF-8", "xml_declaration": True, "standalone": True}


def belongs_to(name: str, gone: frozenset[str]) -> bool:
    """Say whether a part holds the links of a dropped one: `a/_rels/b.xml.rels` those of `a/b.xml`."""
    folder, _, own = name.rpartition("/_rels/")
    return bool(own) and f"{folder}/{own.removesuffix('.rels')}" in gone


def clean_types(content: bytes, gone: frozenset[str]) -> bytes:
    """Take dropped parts out of the list of types. Refuses MACRO."""
    if b"macroEnabled" in content or b"vbaProject" in content:
        raise macros()
    root = _parsed(content)
    for entry in [entry for entry in root if (entry.get("PartName") or "").lstrip("/") in gone]:
        root.remove(entry)
    return bytes(etree.tostring(root, **_HEADER))


def clean_relations(content: bytes, name: str, gone: frozenset[str]) -> bytes:
    """Take out links to dropped parts; leave of outside addresses only what a reader may click. Refuses NESTED."""
    root = _parsed(content)
    folder = PurePosixPath(name).parent.parent
    for link in list(root):
        kind = (link.get("Type") or "").rpartition("/")[2]
        if kind == "aFChunk":
            raise Refused("NESTED", "แฟ้มนี้แทรกเอกสารอื่นไว้ทั้งฉบับ โปรดเปิดด้วย Word แล้วบันทึกใหม่ จากนั้นแนบอีกครั้ง")
        if link.get("TargetMode") == "External":
            if kind == "attachedTemplate":
                root.remove(link)
            else:
                link.set("Target", _outside(link.get("Target") or "", kind))
        elif _inside(folder, link.get("Target") or "") in gone:
            root.remove(link)
    return bytes(etree.tostring(root, **_HEADER))


def _outside(target: str, kind: str) -> str:
    """Give what is left of an address outside: the last name of a path on a computer, the whole of one on the web."""
    if kind == "hyperlink" and _WEB.match(target):
        return target
    if kind in ("hyperlink", "externalLinkPath", "externalLink") and _PATH.match(target):
        return re.split(r"[\\/]", target.rstrip("\\/"))[-1] or _NOWHERE
    if kind in ("hyperlink", "externalLinkPath") and not re.match(r"^[A-Za-z][A-Za-z0-9+.-]*:", target):
        return target
    return _NOWHERE


def _inside(folder: PurePosixPath, target: str) -> str:
    """Give the path inside the file that a target means."""
    path = PurePosixPath(target.lstrip("/")) if target.startswith("/") else folder / target
    steps: list[str] = []
    for step in path.parts:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def _parsed(content: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise broken() from None
