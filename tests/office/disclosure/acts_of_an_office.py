"""A log of an invented office: acts over a year, with a signed head after each month."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta

from prongsai.office.disclosure.log import (
    Act,
    ActKind,
    HashTree,
    PublishedFile,
    TreeHead,
    leaf_hash,
    leaf_of,
    sign_head,
)

KINDS = [ActKind.PUBLISH, ActKind.PUBLISH, ActKind.CORRECT, ActKind.FREEZE, ActKind.WITHDRAW]


def content_of(number: int) -> bytes:
    return f"เอกสารฉบับที่ {number} ข้อมูลสมมุติ".encode()


def act(number: int) -> Act:
    day = date(2025, 1, 6) + timedelta(days=number)
    item = f"O{number % 28 + 1}"
    file = PublishedFile(f"/ita/2568/{item.lower()}/{number}.pdf", hashlib.sha256(content_of(number)).hexdigest())
    return Act(
        kind=KINDS[number % len(KINDS)],
        item=f"ita/2568/{item}",
        address=f"/ita/2568/{item.lower()}/",
        files=(file,) if number % 7 else (),
        published=day,
        post="นักวิเคราะห์นโยบายและแผนชำนาญการ",
        received=day - timedelta(days=2) if number % 3 else None,
        happened=day - timedelta(days=9) if number % 2 else None,
    )


def acts(count: int) -> list[Act]:
    return [act(number) for number in range(count)]


def heads_of(all_acts, sizes, signer, log="nongkrachang"):
    tree = HashTree(leaf_hash(leaf_of(entry)) for entry in all_acts)
    return [
        sign_head(TreeHead(log, size, tree.root(size).hex(), f"2025-{month:02}-28T16:00:00Z"), signer)
        for month, size in enumerate(sizes, 1)
    ]
