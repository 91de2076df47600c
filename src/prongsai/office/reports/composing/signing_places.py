"""Who signs a paper: post and name of the day are filled in, a gap where nobody holds the post. Never a signature."""

from __future__ import annotations

from prongsai.ita.papers.blocks import SignatureBlock
from prongsai.ita.writing.compose import OPINIONS, Opinion, signer
from prongsai.office.reports.composing.basis import Basis
from prongsai.platform.agency.line import InPost, approver, executive


def reporters(basis: Basis) -> tuple[SignatureBlock, ...]:
    """Give the three who sign a report: who made it, who looked at it, who answers for it."""
    return (
        writer(basis, "ผู้รายงาน", "ตำแหน่งผู้รายงาน"),
        _signer("ผู้ตรวจสอบ", "ตำแหน่งผู้ตรวจสอบ", approver(basis.day)),
        _signer("ผู้รับรองรายงาน", "ตำแหน่งผู้บริหาร", executive(basis.day)),
    )


def planners(basis: Basis) -> tuple[SignatureBlock, ...]:
    """Give the three who sign a plan: who drew it up, who agrees, who approves."""
    return (
        writer(basis, "ผู้จัดทำ", "ตำแหน่งผู้จัดทำ"),
        _signer("ผู้เห็นชอบ", "ตำแหน่งผู้เห็นชอบ", approver(basis.day)),
        _signer("ผู้อนุมัติ", "ตำแหน่งผู้อนุมัติ", executive(basis.day)),
    )


def writer(basis: Basis, role: str = "ผู้เสนอ", asks_for: str = "ตำแหน่งผู้เสนอ") -> SignatureBlock:
    """Give the place of who makes the paper."""
    name = basis.maker.full_name if basis.maker else None
    return signer(role, asks_for, basis.maker_post, name)


def announcer(basis: Basis) -> SignatureBlock:
    """Give the place of who decides for the agency."""
    return _signer("", "ตำแหน่งผู้บริหารสูงสุด", executive(basis.day))


def opinions(basis: Basis) -> tuple[Opinion, ...]:
    """Give the places in which superiors write on a memo by hand."""
    asked = (("ผู้ให้ความเห็น", "ตำแหน่งผู้ให้ความเห็น", approver(basis.day)), ("ผู้สั่งการ", "ตำแหน่งผู้บริหาร", executive(basis.day)))
    return tuple(Opinion(place.heading, _signer(*told)) for place, told in zip(OPINIONS, asked, strict=True))


def _signer(role: str, asks_for: str, held: InPost | None) -> SignatureBlock:
    return signer(role, asks_for, held.title if held else None, held.person.full_name if held else None)
