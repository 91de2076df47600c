"""The kind of thing this room submits itself: a matter of its own."""

from __future__ import annotations

from django.utils.translation import gettext_noop

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Standing
from prongsai.platform.notices.links import Link
from prongsai.registers.approvals.kinds import Decision, ThingTold
from prongsai.registers.approvals.models import Matter, Submission, SubmissionState
from prongsai.registers.approvals.models.submission import WRITERS


class MatterKind:
    """A matter has no page of its own: its submissions are all there is."""

    key = "matter"
    title = gettext_noop("Matter of its own")

    def tell(self, thing: int) -> ThingTold | None:
        """Give the matter; its sentences come with each submission."""
        matter = Matter.objects.select_related("unit").filter(pk=thing).first()
        if matter is None:
            return None
        last = Submission.objects.filter(kind=self.key, thing=thing).order_by("-version").first()
        return ThingTold(
            title=matter.subject,
            unit=matter.unit,
            link=Link("approval", {"submission": last.pk}) if last else Link("approvals"),
            decides=Standing(matter.decides),
            opinions=tuple(Standing(one) for one in matter.opinions),
            why=last.why if last else "",
            what=last.what if last else "",
            asks=last.asks if last else "",
            written_by=(matter.made_by,),
        )

    def may_submit(self, acting: Acting, thing: int) -> bool:
        """Say whether it may be submitted (again): until it was approved."""
        settled = Submission.objects.filter(kind=self.key, thing=thing, state=SubmissionState.APPROVED)
        return acting.has(*WRITERS) and not settled.exists()

    def on_submitted(self, thing: int, *, submission: int, actor: str) -> None:
        """Nothing is frozen: a matter has no content beside its submissions."""

    def on_approved(self, thing: int, decision: Decision, *, actor: str) -> None:
        """Nothing follows by itself."""

    def on_given_back(self, thing: int, decision: Decision | None, *, actor: str) -> None:
        """Nothing follows by itself."""
