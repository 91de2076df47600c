"""The part of the demonstration that is this room's: the working group, its four meetings, what they decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from importlib.resources import files
from typing import Any

import yaml
from django.db import transaction

from prongsai.ita.thai import buddhist_year
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import User
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.tenancy.speaker import speaking
from prongsai.registers.meetings import services
from prongsai.registers.meetings.models import AgendaItem, Decision, Meeting, MeetingGroup, Proof
from prongsai.registers.orders.services import orders_to_choose

ACTOR = "command:load_demo_meetings"
CODE = "nongkrachang"
SECRETARY, ASSISTANT = "pimjai", "chaiyot"


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts in the story: the secretary, the assistant who accepts what is hers, everybody by login."""

    secretary: Acting
    assistant: Acting
    people: Mapping[str, Person]


@transaction.atomic
def load_demo_meetings(agency: Agency) -> int:
    """Give the demo office its meetings; give how many are new. A group that is there stays as people left it."""
    told = yaml.safe_load(files("prongsai.registers.meetings").joinpath("data/demo.yaml").read_text(encoding="utf-8"))
    with speaking(agency.pk, actor=ACTOR):
        if MeetingGroup.objects.filter(name=told["group"]).exists():
            return 0
        accounts = User.objects.filter(agency=agency, person__isnull=False).select_related("person")
        people = {account.login_name: account.person for account in accounts if account.person}
        by = {name: acting_as(User.objects.get(agency=agency, login_name=name)) for name in (SECRETARY, ASSISTANT)}
        cast = Cast(by[SECRETARY], by[ASSISTANT], people)
        group = _group(agency, told, cast)
        before: Meeting | None = None
        for each in told["meetings"]:
            held = _held(group, each, told, cast)
            if before is not None:
                services.adopt_minutes(acting=cast.secretary, meeting=before, at=held)
            before = held
        _monthly(agency, told, cast)
    return len(told["meetings"]) + 1


def _group(agency: Agency, told: Mapping[str, Any], cast: Cast) -> MeetingGroup:
    order = next((one.order for one in orders_to_choose() if told["order"] in one.title), None)
    content = {"name": told["group"], "order_id": order, "unit": Unit.objects.get(name=told["unit"])}
    return services.add_group(acting=cast.secretary, agency=agency.pk, told=content)


def _called(group: MeetingGroup, each: Mapping[str, Any], told: Mapping[str, Any], cast: Cast) -> Meeting:
    content = {
        "number": each["number"],
        "year": buddhist_year(each["day"]),
        "day": each["day"],
        "starts": time(9, 30),
        "place": told["place"],
        "why": each.get("why", ""),
        "note_taker": told["taker"]["name"],
        "note_taker_post": told["taker"]["post"],
        "checker": told["checker"]["name"],
        "checker_post": told["checker"]["post"],
    }
    return services.call_meeting(acting=cast.secretary, group=group, told=content)


def _held(group: MeetingGroup, each: Mapping[str, Any], told: Mapping[str, Any], cast: Cast) -> Meeting:
    """Call a meeting, hold it, write its minutes and decisions; then date it back to when the story has it."""
    meeting = _called(group, each, told, cast)
    _agenda(meeting, each["items"], cast)
    away = {cast.people[login].pk: why for login, why in each["away"].items()}
    lines = [
        services.AttendanceTold(
            one.pk, presence="absent" if one.person_id in away else "present", note=away.get(one.person_id or 0, "")
        )
        for one in meeting.attendances.all()
    ]
    services.save_attendance(acting=cast.secretary, meeting=meeting, lines=lines)
    for told_item in each["items"]:
        _item(meeting, told_item, cast)
    hours, minutes = map(int, str(each["ends"]).split(":"))
    services.close_meeting(acting=cast.secretary, meeting=meeting, starts=time(9, 30), ends=time(hours, minutes))
    Meeting.objects.filter(pk=meeting.pk).update(entered=each["day"])
    return Meeting.objects.select_related("group").get(pk=meeting.pk)


def _agenda(meeting: Meeting, items: list[Mapping[str, Any]], cast: Cast) -> None:
    there = {item.number: item for item in meeting.items.all()}
    wanted = {number: services.ItemTold(item.part, 0, item.title, item=item.pk) for number, item in there.items()}
    for each in items:
        part, _dot, position = each["at"].partition(".")
        known = there.get(each["at"])
        title = each.get("subject") or (known.title if known else "")
        ita = each.get("ita", False)
        wanted[each["at"]] = services.ItemTold(
            int(part), int(position or 0), title, is_ita=ita, item=known.pk if known else None
        )
    services.save_agenda(acting=cast.secretary, meeting=meeting, items=list(wanted.values()))


def _item(meeting: Meeting, told: Mapping[str, Any], cast: Cast) -> None:
    part, _dot, position = told["at"].partition(".")
    items = AgendaItem.objects.select_related("meeting__group")
    item = items.get(meeting=meeting, part=int(part), position=int(position or 0))
    resolution = told.get("resolution", "")
    services.save_minutes(acting=cast.secretary, item=item, said=told.get("said", ""), resolution=resolution)
    for each in told.get("decisions", ()):
        owner = each["owner"]
        person = cast.people.get(owner)
        unit = None if person else Unit.objects.get(name=owner)
        decision = services.decide(
            acting=cast.secretary, item=item, what=each["what"], due=each["due"], person=person, unit=unit
        )
        if "proof" in each:
            _prove(decision, each["proof"], cast)


def _prove(decision: Decision, told: Mapping[str, Any], cast: Cast) -> None:
    """Hand in the proof and accept it: the assistant accepts what is the secretary's own work."""
    recorded_for = cast.people.get(told.get("for", ""))
    proof = services.ProofTold(
        "paper",
        told["sentence"],
        paper_number=told["number"],
        paper_day=told["day"],
        recorded_for=recorded_for,
        received_by=told.get("by", ""),
    )
    services.hand_in_proof(acting=cast.secretary, decision=decision, told=proof)
    services.accept_proof(acting=cast.secretary if recorded_for else cast.assistant, decision=decision)
    Proof.objects.filter(decision=decision).update(handed=told["day"], answered=told["day"])
    Decision.objects.filter(pk=decision.pk).update(closed=told["day"])


def _monthly(agency: Agency, told: Mapping[str, Any], cast: Cast) -> None:
    """Call the next monthly meeting with ITA on its agenda."""
    content = {"name": told["monthly"], "unit": Unit.objects.get(name=told["unit"]), "is_monthly": True}
    group = services.add_group(acting=cast.secretary, agency=agency.pk, told=content)
    coming = told["next_monthly"]
    meeting = _called(group, coming, told, cast)
    items = [services.ItemTold(item.part, 0, item.title, item=item.pk) for item in meeting.items.all()]
    items.append(services.ItemTold(3, 1, coming["ita"], is_ita=True))
    services.save_agenda(acting=cast.secretary, meeting=meeting, items=items)
