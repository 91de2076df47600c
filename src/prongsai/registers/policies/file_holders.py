"""Files of policies: the text as a file, and the signed paper."""

from __future__ import annotations

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.files.holders import Holder, Told
from prongsai.platform.files.kinds import EVIDENCE, PAPERS
from prongsai.platform.files.models import Attachment
from prongsai.registers.policies.models import PolicyVersion
from prongsai.registers.policies.models.policy import WRITERS
from prongsai.registers.policies.models.version import SIGNED_PAPER


def _sees(acting: Acting, version: int) -> bool:
    return PolicyVersion.objects.visible_to(acting).filter(pk=version).exists()


def _changes_draft(acting: Acting, version: int) -> bool:
    drafts = PolicyVersion.objects.visible_to(acting).filter(pk=version, state="draft")
    return acting.has(*WRITERS) and drafts.exists()


def _changes_signed(acting: Acting, version: int) -> bool:
    """Say whether a signed paper is still awaited: once it is there it stays."""
    holding = PolicyVersion.objects.visible_to(acting).filter(pk=version, state="in_force").exists()
    there = Attachment.objects.filter(holder=SIGNED_POLICY.key, thing=version).exists()
    return acting.has(*WRITERS) and holding and not there


def _tell(version: int) -> Told:
    found = PolicyVersion.objects.get(pk=version)
    return Told(str(found), found.get_absolute_url())


POLICY_FILE = Holder(
    key="policy-file", may_read=_sees, may_change=_changes_draft, tell=_tell, purpose=PAPERS, listed=True
)
SIGNED_POLICY = Holder(
    key=SIGNED_PAPER, may_read=_sees, may_change=_changes_signed, tell=_tell, purpose=EVIDENCE, listed=True
)
