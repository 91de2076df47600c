"""The part of the demonstration that is this room's: what staff were told, who has read it, who came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.ita.thai import parse_time
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency, Unit
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import made_here
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.circulars import services
from prongsai.registers.circulars.models import Audience, Briefing, Circular, Receiver, SignedSheet, Way

ACTOR = "command:load_demo_circulars"
IN_PLACE_OF_A_SCAN = "ตัวอย่าง: ในหน่วยงานจริง ที่นี่คือไฟล์สแกนของแบบลงชื่อที่ลงลายมือชื่อแล้ว"


@transaction.atomic
def load_demo_circulars(agency: Agency) -> int:
    """Give a demo agency its circulars and briefings; give how many. Where there are some, nothing is changed."""
    told = yaml.safe_load(files("prongsai.registers.circulars").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        if Circular.objects.exists() or Briefing.objects.exists():
            return 0
        people = {user.login_name: acting_as(user) for user in User.objects.filter(agency=agency)}
        sender = people[told["sender"]]
        for each in told["circulars"]:
            _circular(agency, sender, people, each)
        for each in told["briefings"]:
            _briefing(agency, sender, people, each)
        return len(told["circulars"]) + len(told["briefings"])


def _said(told: dict[str, Any]) -> dict[str, Any]:
    unit = Unit.objects.filter(name=told["unit"]).first() or Unit.objects.order_by("order", "id")[0]
    audience = Audience(told.get("audience", "all"))
    return {"subject": told["subject"], "words": told["words"], "unit": unit, "topic": told["topic"]} | {
        "audience": audience
    }


def _circular(agency: Agency, sender: Acting, people: dict[str, Acting], told: dict[str, Any]) -> None:
    """Write one, send it, let people answer; then date it back to when the story has it."""
    said = _said(told) | {"due": told.get("due")}
    circular = services.add_circular(acting=sender, agency=agency.pk, told=said)
    if "sent" not in told:
        return
    services.send(acting=sender, circular=circular, sent=told["sent"])
    for way in (Way.SCREEN, Way.LINK):
        for login in told.get(way.value, ()):
            services.acknowledge(acting=acting_as(people[login].user, by_link=way is Way.LINK), circular=circular)
    day: date = told["answered"]
    signed = _copies(circular, people, told.get("sheet", ()))
    services.record_sheet(acting=sender, circular=circular, receivers=signed, day=day, scan=_scan("แบบลงชื่อ"))
    for receiver in _copies(circular, people, told.get("line", ())):
        services.record_told(acting=sender, circular=circular, receiver=receiver, way=Way.LINE, day=day)
    Receiver.objects.filter(circular=circular, acknowledged__isnull=False).update(acknowledged=day, entered=day)
    SignedSheet.objects.filter(circular=circular).update(entered=day)
    Circular.objects.filter(pk=circular.pk).update(entered=told["sent"])


def _briefing(agency: Agency, sender: Acting, people: dict[str, Acting], told: dict[str, Any]) -> None:
    """Prepare one and call the people; write down the attendance of one that was held, and date it back."""
    said = _said(told) | {"day": told["day"], "place": told["place"], "speakers": told["speakers"]}
    said |= {edge: parse_time(told[edge]) for edge in ("begins", "ends") if edge in told}
    briefing = services.add_briefing(acting=sender, agency=agency.pk, told=said)
    services.call_people(acting=sender, briefing=briefing)
    if "absent" not in told:
        return
    absent = {people[login].user.person_id for login in told["absent"]}
    came = [one for one in briefing.attendees.all() if one.person_id not in absent]
    services.record_attendance(
        acting=sender, briefing=briefing, came=came, guests=0, scan=_scan("ใบลงลายมือชื่อ"), asked=told["asked"]
    )
    Briefing.objects.filter(pk=briefing.pk).update(entered=told["day"], recorded=told["day"])


def _copies(circular: Circular, people: dict[str, Acting], logins: Iterable[str]) -> list[Receiver]:
    persons = [people[login].user.person_id for login in logins]
    return list(circular.receivers.filter(person__in=persons))


def _scan(name: str) -> list[CleanFile]:
    return [made_here(IN_PLACE_OF_A_SCAN.encode(), f"{name} (ตัวอย่าง).txt", Kind.TXT)]
