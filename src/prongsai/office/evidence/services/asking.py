"""The questions about proof of the agency that speaks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from prongsai.ita.thai import Period
from prongsai.office.evidence.file_holders import PROOF_FILES
from prongsai.office.evidence.models import Proof, ProofUse
from prongsai.office.evidence.questions import ProofFacts, Question, questions_about
from prongsai.office.measures.models import Measure
from prongsai.platform.files.models import Attachment, FileVersion


def questions_of(proofs: Sequence[Proof], today: date) -> Mapping[int, tuple[Question, ...]]:
    """Give the questions about each proof by its id: four queries whatever their number."""
    ids = [proof.pk for proof in proofs]
    uses: dict[int, list[ProofUse]] = defaultdict(list)
    for use in ProofUse.objects.filter(proof__in=ids).select_related(
        "measure__plan__round", "turn__step__measure__plan__round"
    ):
        uses[use.proof_id].append(use)
    files, before = _files(ids)
    return {
        proof.pk: questions_about(_facts(proof, uses[proof.pk], files.get(proof.pk, 0), before[proof.pk], today))
        for proof in proofs
    }


def _facts(proof: Proof, uses: Iterable[ProofUse], files: int, before: Sequence[str], today: date) -> ProofFacts:
    turns = [use.turn for use in uses if use.turn]
    measures: list[Measure] = [use.measure for use in uses if use.measure] + [turn.step.measure for turn in turns]
    return ProofFacts(
        words=proof.words,
        happened=proof.happened,
        fiscal_year=proof.round.fiscal_year,
        document_number=proof.document_number,
        link=proof.link,
        figures=tuple(proof.figures),
        files=files,
        from_desk=bool(proof.fact),
        steps=[turn.step.text for turn in turns],
        periods=[Period(measure.since, measure.until) for measure in measures if measure.until],
        used_before=before,
        expired=bool(proof.expires and proof.expires < today),
    )


def _files(ids: Sequence[int]) -> tuple[Mapping[int, int], Mapping[int, list[str]]]:
    """Count the files of each proof, and name the other proof that holds the same content."""
    held = Attachment.objects.filter(holder=PROOF_FILES.key)
    own = defaultdict(set)
    for attachment in held.filter(thing__in=ids):
        own[attachment.thing].add(attachment.file_id)
    files = {file for found in own.values() for file in found}
    marks = dict(FileVersion.objects.filter(file__in=files).values_list("file", "sha256"))
    same: dict[str, set[int]] = defaultdict(set)
    versions = FileVersion.objects.filter(sha256__in=set(marks.values()), file__attachments__holder=PROOF_FILES.key)
    for mark, proof in versions.values_list("sha256", "file__attachments__thing"):
        same[mark].add(proof)
    others = {proof for found in same.values() for proof in found}
    known = dict(Proof.objects.filter(pk__in=others).values_list("pk", "words"))
    before: dict[int, list[str]] = defaultdict(list)
    for proof, found in own.items():
        for mark in {marks[file] for file in found if file in marks}:
            # Only what came earlier: the first use of a file is no recycling of the second.
            before[proof] += [known[other][:80] for other in sorted(same[mark]) if other < proof and other in known]
    return {proof: len(found) for proof, found in own.items()}, before
