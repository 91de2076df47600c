"""The part of the demonstration that is this room's: fourteen things that hang, some not looked at for long."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from typing import Any

import yaml
from django.db import transaction
from django.db.models import F
from PIL import Image, ImageDraw

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.files.kinds import Kind as FileKind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import made_here
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.placements.models import Kind, Place, Placement, Sighting
from prongsai.registers.placements.services import Hung, Seen, add_place, hang, note_sighting

ACTOR = "command:load_demo_placements"


@transaction.atomic
def load_demo_placements(agency: Agency) -> int:
    """Give a demo agency what hangs there; give how many are new. Where something hangs already nothing is changed."""
    text = files("prongsai.registers.placements").joinpath("data/demo.yaml").read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    with speaking(agency.pk, actor=ACTOR):
        if Placement.objects.exists():
            return 0
        officer = acting_as(User.objects.filter(agency=agency, grants__role=Role.OFFICER).order_by("pk")[0])
        places = [add_place(acting=ACTOR, agency=agency, **place) for place in told["places"]]
        for one in told["placements"]:
            _put_up(agency, officer, places, one)
    return len(told["placements"])


def _put_up(agency: Agency, officer: Acting, places: list[Place], told: dict[str, Any]) -> None:
    unit = Unit.objects.filter(name=told["unit"]).first() or Unit.objects.order_by("order", "id")[0]
    hung = Hung(
        title=told["title"],
        kind=told.get("kind", Kind.POSTER.value),
        place=places[told["place"]],
        unit=unit,
        since=told["since"],
        topic=told["topic"],
    )
    photographs = [_drawing()] if told.get("photo", True) else []
    placement = hang(acting=ACTOR, agency=agency, hung=hung, photographs=photographs)
    note_sighting(acting=officer, placement=placement, seen=Seen(day=told["seen"], photographs=photographs))
    Sighting.objects.filter(placement=placement).update(entered=F("day"))


def _drawing() -> CleanFile:
    """Draw what stands for a photograph: a sheet on a wall, and no word that could be taken for a real paper."""
    picture = Image.new("RGB", (480, 360), "#d9d4c5")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((150, 50, 330, 300), fill="#ffffff", outline="#1d3866", width=6)
    for line in range(5):
        draw.line((175, 100 + 38 * line, 305, 100 + 38 * line), fill="#8a94a6", width=8)
    target = BytesIO()
    picture.save(target, "JPEG", quality=70)
    return made_here(target.getvalue(), "ภาพตัวอย่าง.jpg", FileKind.JPEG)
