"""Makes what the addresses of advice name. Called while the office speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import uuid4

from django.utils import timezone
from objects_office import _round

from advised_agencies import told_of
from cast import Office
from prongsai.office.advice import crossing, services
from prongsai.office.advice.models import Advised, Adviser, SentRollUp
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.tenancy.speaker import speaking

Told = Mapping[str, object]
DAY = date(2025, 1, 6)


def _other(office: Office, what: str) -> Agency:
    """Give a further agency that carries the word of this office: the twin must not be told of it."""
    name = f"อบต.อีกแห่ง {office.canary}"
    return Agency.objects.get_or_create(code=f"{what}-{office.agency.code}", defaults={"name": name, "kind": "sao"})[0]


def _relation(adviser: Agency, agency: Agency) -> tuple[Advised, Adviser]:
    with speaking(adviser.pk, actor="test"):
        far = Advised.objects.filter(office=agency, ended=None).first()
        if far is None:
            far = Advised(agency=adviser, office=agency, since=DAY)
            far.keep_names(agency)
            far.save()
    with speaking(agency.pk, actor="test"):
        told = {"since": DAY, "accepted_by": "test"}
        near, _new = Adviser.objects.get_or_create(agency=agency, office=adviser, far=far.pk, ended=None, defaults=told)
    return far, near


def _adviser(office: Office) -> Adviser:
    return _relation(_other(office, "advising"), office.agency)[1]


def adviser(office: Office) -> Told:
    return {"adviser": _adviser(office).pk}


def sent_roll_up(office: Office) -> Told:
    near, content, now = _adviser(office), told_of(wishes=office.canary), timezone.now()
    SentRollUp.objects.filter(adviser=near).update(replaced=True)
    sent = SentRollUp.objects.create(
        agency=office.agency, adviser=near, round=_round(office), content=content.model_dump(mode="json"), sent=now,
        sent_by="user:0",
    )  # fmt: skip
    crossing.deliver(near, sent.pk, content, now, office.agency)
    return {"sent": sent.pk}


def advised(office: Office) -> Told:
    other = _other(office, "advised")
    far, near = _relation(office.agency, other)
    with speaking(other.pk, actor="test"):
        crossing.deliver(near, 1, told_of(wishes=office.canary), timezone.now(), other)
    return {"advised": far.pk}


def adviser_invitation(office: Office) -> Told:
    acting = acting_as(office.accounts[Role.OVERSEER])
    made, _code = services.invite(acting=acting, agency=office.agency, note=office.canary, form_key=uuid4().hex)
    return {"invitation": made.pk}


MAKERS: dict[str, Callable[[Office], Told]] = {
    "adviser": adviser,
    "sent_roll_up": sent_roll_up,
    "advised": advised,
    "adviser_invitation": adviser_invitation,
}
NOWHERE: dict[str, object] = dict.fromkeys(("adviser", "sent", "advised", "invitation"), 2**40)
