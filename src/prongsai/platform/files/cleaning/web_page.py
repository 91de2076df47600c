"""Writes a web page anew: its text and tables stay; scripts, frames, forms' targets, remarks and fetched things go."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree, html

from prongsai.ita.reading.html_layout import decode_html
from prongsai.ita.thai.refusal import Refused

_GONE = (
    "script", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "link", "base", "meta", "audio",
    "video", "source", "track", "svg", "math", "template", "xml", "portal",
)  # fmt: skip
_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "background", "poster", "cite", "longdesc", "xlink:href"}
)
_CLICKED = re.compile(r"(?:https?:|mailto:|tel:|#)", re.IGNORECASE)
_DRAWN = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$", re.IGNORECASE)
_FETCHING = re.compile(r"url\s*\(|@import|expression\s*\(|behavior\s*:|-moz-binding|\\", re.IGNORECASE)


def clean_page(data: bytes) -> bytes:
    """Give the page in UTF-8. Refuses ENCODING and EMPTY."""
    text = decode_html(data).text.replace("\x00", "")
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text.encode(), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        raise Refused("EMPTY", "ไม่พบเนื้อหาในหน้าเว็บนี้ โปรดบันทึกหน้าเว็บใหม่") from None
    for element in list(root.iter()):
        _clean_element(element)
    head = root.find("head")
    if head is None:
        head = html.Element("head")
        root.insert(0, head)
    head.insert(0, html.Element("meta", charset="utf-8"))
    return bytes(html.tostring(root, doctype="<!DOCTYPE html>", encoding="utf-8"))


def _clean_element(element: Any) -> None:
    name = element.tag if isinstance(element.tag, str) else ""
    if name in _GONE or ":" in name or (name == "style" and _FETCHING.search(element.text or "")):
        if element.getparent() is not None:
            element.drop_tree()
        return
    for attribute, value in list(element.attrib.items()):
        if _must_go(name, attribute.lower(), value):
            del element.attrib[attribute]


def _must_go(element: str, attribute: str, value: str) -> bool:
    if attribute.startswith("on") or attribute in ("srcset", "ping", "nonce", "srcdoc"):
        return True
    if attribute in _ADDRESSES:
        wanted = _CLICKED if element == "a" and attribute == "href" else _DRAWN
        return not wanted.match(value.strip())
    return attribute == "style" and bool(_FETCHING.search(value))
