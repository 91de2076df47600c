"""The part of the demonstration that is this room's: three papers in force, and a draft that waits for opinions."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import made_here
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.approvals import services as approvals
from prongsai.registers.policies import services
from prongsai.registers.policies.models import Policy
from prongsai.registers.policies.services import PolicyKind, PolicyText, Way

ACTOR = "command:load_demo_policies"


@transaction.atomic
def load_demo_policies(agency: Agency) -> int:
    """Give a demo agency its policies; give how many are new. What is there already stays as people left it."""
    told = yaml.safe_load(files("prongsai.registers.policies").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        known = set(Policy.objects.values_list("title", flat=True))
        coordinator = User.objects.filter(agency=agency, grants__role=Role.COORDINATOR).order_by("pk").first()
        if coordinator is None:
            return 0
        acting = acting_as(coordinator)
        new = [policy for policy in told["policies"] if policy["title"] not in known]
        for policy in new:
            _write_down(agency, acting, policy)
        if told["draft"]["title"] not in known:
            version = services.add_policy(acting=acting, agency=agency.pk, told=_text(told["draft"]))
            approvals.submit(acting=acting, kind="policy", thing=version.pk)
    return len(new)


def _write_down(agency: Agency, acting: Acting, told: dict[str, Any]) -> None:
    version = services.add_existing(
        acting=acting,
        agency=agency.pk,
        told=_text(told),
        signed=told["signed"],
        since=told["signed"],
        signer_post=told["signer_post"],
        scan=_in_place_of_a_scan(told),
    )
    if made_known := told.get("made_known"):
        services.note_made_known(
            acting=acting,
            policy=version.policy_id,
            way=Way(made_known["way"]),
            day=made_known["day"],
            words=made_known["words"],
        )


def _in_place_of_a_scan(told: dict[str, Any]) -> list[CleanFile]:
    """Give what stands for the picture of a signature; none where the story has it missing."""
    if not told.get("scan", True):
        return []
    words = f"{told['title']}\nตัวอย่างสมมุติ แทนภาพของประกาศที่ลงนามแล้ว"
    return [made_here(words.encode(), "สำเนาที่ลงนามแล้ว (ตัวอย่าง).txt", Kind.TXT)]


def _text(told: dict[str, Any]) -> PolicyText:
    unit = Unit.objects.filter(name=told["unit"]).first() or Unit.objects.order_by("order", "id")[0]
    return PolicyText(PolicyKind(told["kind"]), told["title"], unit, told["text"].strip())
