"""Proof as pages show it: files, questions, what it is used for, what who asks may do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from prongsai.office.evidence.file_holders import PROOF_FILES
from prongsai.office.evidence.models import Proof
from prongsai.office.evidence.questions import Question
from prongsai.office.evidence.rights import may_change, may_decide
from prongsai.office.evidence.services import questions_of
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.models import Attachment, FileVersion


@dataclass(frozen=True, slots=True)
class ShownProof:
    """A proof with its files and questions; `may_*` for who asks."""

    proof: Proof
    files: Sequence[FileVersion]
    questions: Sequence[Question]
    may_decide: bool
    may_change: bool
    is_expired: bool


def shown_proofs(proofs: Sequence[Proof], day: date, acting: Acting) -> list[ShownProof]:
    """Give proofs as pages show them."""
    asked, files = questions_of(proofs, day), files_of(proofs)
    return [
        ShownProof(
            proof,
            files.get(proof.pk, ()),
            asked.get(proof.pk, ()),
            may_decide=may_decide(acting, proof),
            may_change=may_change(acting, proof),
            is_expired=bool(proof.expires and proof.expires < day),
        )
        for proof in proofs
    ]


def files_of(proofs: Sequence[Proof]) -> Mapping[int, list[FileVersion]]:
    """Give the newest version of each file of proofs."""
    held = Attachment.objects.filter(holder=PROOF_FILES.key, thing__in=[proof.pk for proof in proofs])
    found: dict[int, list[FileVersion]] = defaultdict(list)
    for attachment in held.select_related("file").prefetch_related("file__versions"):
        found[attachment.thing].append(attachment.file.newest)
    return found
