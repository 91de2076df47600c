"""The files behind proof: which contents they held when a report was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from prongsai.office.evidence.file_holders import PROOF_FILES
from prongsai.office.evidence.progress import MeasureProgress
from prongsai.platform.files.models import Attachment, FileVersion


def files_of_proofs(progress: Iterable[MeasureProgress]) -> dict[int, tuple[str, ...]]:
    """Give the SHA-256 of the newest version of each file, by the number of the proof that it belongs to."""
    proofs = {proof.pk for each in progress for proof in (*each.proofs, *(p for t in each.turns for p in t.proofs))}
    held = Attachment.objects.filter(holder=PROOF_FILES.key, thing__in=proofs).values_list("thing", "file")
    newest = FileVersion.objects.filter(file__in={file for _thing, file in held}).order_by("number")
    hashes = {version.file_id: version.sha256 for version in newest}
    found: dict[int, list[str]] = defaultdict(list)
    for thing, file in sorted(held):
        found[thing].append(hashes[file])
    return {thing: tuple(told) for thing, told in found.items()}
