"""Policies go through the register of submissions: head and approver give their opinion, the executive decides."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Standing
from prongsai.platform.files.models import Attachment
from prongsai.platform.notices.links import Link
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.approvals.services import Decision, ThingTold
from prongsai.registers.policies.file_holders import POLICY_FILE
from prongsai.registers.policies.models import PolicyState, PolicyVersion
from prongsai.registers.policies.models.policy import WRITERS
from prongsai.registers.policies.sheet import KIND_WORDS


class PolicyApproval:
    """A version of a policy, submitted by the number of its row."""

    key = "policy"
    title = gettext_noop("Policy, rule or announcement")

    def tell(self, thing: int) -> ThingTold | None:
        """Give the version as it stands."""
        version = PolicyVersion.objects.select_related("policy__unit").filter(pk=thing).first()
        if version is None:
            return None
        policy = version.policy
        kind = KIND_WORDS[policy.kind]
        return ThingTold(
            title=f"ขออนุมัติ{kind} เรื่อง {version.title}",
            unit=policy.unit,
            link=Link("policy-version", {"edition": version.pk}),
            decides=Standing.EXECUTIVE,
            opinions=(Standing.HEAD, Standing.APPROVER),
            what=f"{kind} เรื่อง {version.title} ฉบับที่ {version.number}",
            asks=f"จึงเรียนมาเพื่อโปรดพิจารณาอนุมัติและลงนามใน{kind}ที่เสนอมาพร้อมนี้",
            lines=(("ข้อความ", version.text),) if version.text else (),
            enclosures=tuple(_files(version)),
            written_by=(version.made_by, version.edited_by),
        )

    def may_submit(self, acting: Acting, thing: int) -> bool:
        """Say whether it is a draft that says something, in a text or a file."""
        version = PolicyVersion.objects.filter(pk=thing, state=PolicyState.DRAFT).first()
        return bool(version and acting.has(*WRITERS) and (version.text.strip() or _files(version)))

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:  # noqa: ARG002
        """Freeze the text."""
        self._move(thing, PolicyState.DRAFT, PolicyState.WAITING)

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:  # noqa: ARG002
        """Let it be signed."""
        version = self._move(thing, PolicyState.WAITING, PolicyState.APPROVED)
        version.approved, version.approver_post = decision.day, decision.post
        version.save(update_fields=["approved", "approver_post"])

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:  # noqa: ARG002
        """Let it be written again."""
        self._move(thing, PolicyState.WAITING, PolicyState.DRAFT)

    def _move(self, thing: int, before: PolicyState, after: PolicyState) -> PolicyVersion:
        version: PolicyVersion = PolicyVersion.objects.select_for_update(of=("self",)).get(pk=thing)
        if version.state != before:
            raise Conflict(_("This version has changed meanwhile."))
        version.state = after
        version.save(update_fields=["state"])
        return version


def _files(version: PolicyVersion) -> list[str]:
    held = Attachment.objects.filter(holder=POLICY_FILE.key, thing=version.pk).select_related("file")
    return [attachment.file.newest.name for attachment in held]
