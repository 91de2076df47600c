"""Looks at a site for the command line: from an address or a folder to the audit, and to its record."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from prongsai.cli.language import translate as _
from prongsai.cli.years import framework_of, presumption
from prongsai.ita.thai.refusal import Refused
from prongsai.office.disclosure.reaching import Limits, NotReached, Reach
from prongsai.office.site.audit import (
    INTERNAL,
    NOT_OFFICIAL,
    Audit,
    AuditBounds,
    AuditedItem,
    FolderSite,
    WalkBounds,
    WebSite,
    audit_site,
)

_LARGEST = 20_000_000
_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted: an address or a folder, the year, the name to be shown, bounds."""

    target: str
    year: int
    agency_name: str = ""
    pages: int = 200
    minutes: int = 10
    allow_loopback: bool = False


def audit_target(wish: Wish, *, quiet: bool = False) -> Audit:
    """Look at a site. Refuses FOLDER and ADDRESS a target that is neither, and MAIN a site whose first page is shut."""
    framework = framework_of(wish.year)
    bounds = AuditBounds(WalkBounds(pages=wish.pages, seconds=30.0 * wish.minutes), seconds=60.0 * wish.minutes)
    found = audit_site(
        _source(wish),
        framework,
        bounds,
        presumed=presumption(),
        agency_name=wish.agency_name,
        of_year=framework_of,
        progress=(lambda _told: None) if quiet or not sys.stderr.isatty() else _tell,
    )
    if not found.read:
        reason = found.broken[0][1] if found.broken else _("the site does not want programs to look at it")
        raise Refused("MAIN", f"เปิดหน้าแรกของเว็บไซต์ไม่ได้ ({reason})", value=wish.target)
    return found


def _source(wish: Wish) -> WebSite | FolderSite:
    if not wish.target.lower().startswith(_ADDRESSES):
        folder = Path(wish.target)
        if not folder.is_dir():
            raise Refused("FOLDER", "ไม่พบโฟลเดอร์นี้ หากเป็นเว็บไซต์ให้ขึ้นต้นด้วย http:// หรือ https://", value=wish.target)
        return FolderSite(folder)
    try:
        return WebSite(wish.target, Reach(Limits(bytes=_LARGEST), loopback=wish.allow_loopback))
    except NotReached:
        raise Refused("ADDRESS", "ที่อยู่ของเว็บไซต์ไม่ถูกต้อง", value=wish.target) from None


def _tell(step: str) -> None:
    click.echo(_("looking: {what}").format(what=_("pages of the site") if step == "walk" else step), err=True)


def record_of(found: Audit) -> dict[str, Any]:
    """Give an audit as it is printed for programs."""
    overall = found.prediction.instruments.get("OIT")
    return {
        "year": found.year,
        "address": found.address,
        "title": found.title,
        "estimate": True,
        "note": [INTERNAL, NOT_OFFICIAL],
        "pages": found.pages,
        "cut": found.cut or None,
        "not_wanted_by_the_site": found.unseen,
        "broken": [{"address": address, "reason": reason} for address, reason in found.broken],
        "agency_named": found.named,
        "headings_declared_by_the_site": found.declared,
        "oit": {"low": overall.low, "high": overall.high} if overall else None,
        "unconfirmed": found.prediction.unconfirmed,
        "items": [_item(item) for item in found.items],
    }


def _item(item: AuditedItem) -> dict[str, Any]:
    check, place = item.check, item.found
    return {
        "code": check.code,
        "title": check.title,
        "found": {"address": place.address, "words": place.words, "by": place.by, "clicks": place.clicks}
        if place
        else None,
        "result": check.label,
        "low": check.low,
        "high": check.high,
        "price": check.price,
        "parts": [
            {
                "kind": part.kind,
                "key": part.key,
                "verdict": part.verdict,
                "reason": part.reason,
                "sourced": part.sourced,
            }
            for part in check.parts
        ],
        "files": [
            {"address": file.address, "name": file.name, "opens": file.opens, "text": file.text, "reason": file.reason}
            for file in item.files
        ],
    }
