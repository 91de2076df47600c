"""The files of proof: photographs and papers."""

from __future__ import annotations

from prongsai.office.evidence.models import Proof
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE


def _sees(acting: Acting, proof: int) -> bool:
    return Proof.objects.visible_to(acting).filter(pk=proof).exists()


def _tell(proof: int) -> Told:
    found = Proof.objects.get(pk=proof)
    return Told(str(found), found.get_absolute_url())


PROOF_FILES = Holder(
    key="evidence-proof",
    may_read=_sees,
    may_change=lambda _acting, _proof: False,  # files come with the proof and its changes, which this room records
    tell=_tell,
    purpose=EVIDENCE,
    by_link=True,
    listed=True,
)
