"""Taking a case in: number, clock, tracking code."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.ita.thai import buddhist_year
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.agency.models import Agency, Person, Unit
from prongsai.platform.audit.services import Figure, record
from prongsai.platform.calendar.today import today
from prongsai.platform.calendar.working import calendar_of_speaker
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.cases.kinds import CaseKind, kinds
from prongsai.registers.cases.models import Case, EntryKind
from prongsai.registers.cases.sealed_number import seal
from prongsai.registers.cases.services.clock import set_clock
from prongsai.registers.cases.services.numbering import next_number
from prongsai.registers.cases.services.writing import actor_of, add_entry, set_follow_ups, tell_staff
from prongsai.registers.cases.states import CaseState, Channel
from prongsai.registers.cases.tracking_code import PREFIX, code_of_form, fits, fresh_code, hash_of


@dataclass(frozen=True, slots=True)
class Asker:
    """Who hands something in; everything may be left out. `citizen_id`: 13 digits, kept sealed."""

    name: str = ""
    phone: str = ""
    contact: str = ""
    citizen_id: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """What is handed in, and how.

    `limit_days`: working days by the manual of the service, else those of the kind. `lacking`: papers found missing at
    the counter. `also_found_by`: further words for the search, such as the name of the service. `recorded_for`: the
    colleague who took it and asked for it to be written down. `received_on`: today where it is not said, never a day
    to come.
    """

    kind: str
    channel: Channel
    subject: str
    unit: Unit
    body: str = ""
    asker: Asker = Asker()
    service: int | None = None
    also_found_by: str = ""
    is_sensitive: bool = False
    limit_days: int | None = None
    officer: Person | None = None
    recorded_for: Person | None = None
    received_on: date | None = None
    lacking: str = ""
    files: Sequence[CleanFile] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """A case that was taken in, and its tracking code, which is known only now; empty where it was changed since."""

    case: Case
    code: str = field(repr=False)


@transaction.atomic
def receive(*, acting: Acting | str, agency: Agency, told: HandedIn, once: str = "") -> Received:
    """Take a case in. `once`: the key of the form; the same form sent again gives the same case and the same code.

    Raises ValueError for an unknown kind; refuses Conflict for a channel that the kind does not know, or a day to come.
    """
    kind, day, actor = kinds[told.kind], today(agency), actor_of(acting)
    key = f"{agency.pk}:{actor}:{once}" if once else ""
    code = code_of_form(key) if key else fresh_code()
    once_hash = hashlib.sha256(key.encode()).hexdigest() if key else None
    if once_hash and (there := Case.objects.filter(once_hash=once_hash).first()):
        return Received(there, code if fits(code, there.code_hash) else "")
    _check(kind, told, day)
    case = _made(kind, told, agency, day, actor)
    case.code_prefix, case.code_hash, case.once_hash = code[:PREFIX], hash_of(code), once_hash
    case.number = next_number(agency.pk, case.kind, case.year)
    case.keep_search_text(told.also_found_by)
    case.save()
    add_entry(case, EntryKind.RECEIVED, acting, case.received_on, is_public=True, files=told.files)
    if told.lacking:
        state = CaseState.PAPERS_ASKED
        add_entry(case, EntryKind.MOVED, acting, day, words=told.lacking, state=state, is_public=True)
    set_follow_ups(case, acting, day)
    if case.officer is None or case.channel == Channel.ONLINE:
        tell_staff(case, acting)
    figures: dict[str, Figure] = {
        "kind": case.kind,
        "number": case.number,
        "channel": case.channel,
        "received": case.received_on,
    }
    record(acting, "cases.received", thing=case, figures=figures)
    return Received(case, code)


def _check(kind: CaseKind, told: HandedIn, day: date) -> None:
    if told.channel not in kind.channels:
        raise Conflict(_("This kind of case does not come in this way."))
    if told.received_on and told.received_on > day:
        raise Conflict(_("The day of receipt lies in the future."))


def _made(kind: CaseKind, told: HandedIn, agency: Agency, day: date, actor: str) -> Case:
    received = told.received_on or day
    case = Case(
        agency=agency,
        kind=kind.key,
        year=buddhist_year(received),
        channel=told.channel,
        service_id=told.service or kind.service,
        is_sensitive=kind.is_sensitive or told.is_sensitive,
        subject=told.subject,
        body=told.body,
        asker_name=told.asker.name,
        asker_phone=told.asker.phone,
        asker_contact=told.asker.contact,
        asker_number=seal(told.asker.citizen_id),
        unit=told.unit,
        officer=told.officer,
        recorded_by=actor,
        recorded_for=told.recorded_for,
        received_on=received,
        entered_on=day,
        limit_days=kind.limit_days if told.limit_days is None else told.limit_days,
    )
    if told.lacking:
        case.state, case.waiting_since = CaseState.PAPERS_ASKED, day
    set_clock(case, calendar_of_speaker())
    return case
