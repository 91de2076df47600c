"""Makes what the arguments of a URL name, in an office: gives the arguments. Called while the office speaks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from uuid import UUID

import objects_advice
import objects_approvals
import objects_cases
import objects_circulars
import objects_contractor
import objects_data_calls
import objects_disclosure
import objects_evidence
import objects_measures
import objects_meetings
import objects_office
import objects_orders
import objects_placements
import objects_policies
import objects_reports
import objects_services
import objects_site
import objects_tasks
from django.db import connection
from django.utils import timezone

from cast import Office
from papers_of_units import UNIT_PAPERS
from prongsai.desks.example.models import Talk
from prongsai.platform.accounts.acting import acting_as
from prongsai.platform.accounts.models import Role, RoleProposal
from prongsai.platform.calendar.models import DayOff
from prongsai.platform.entrance.services.links import make_link
from prongsai.platform.files.kinds import Kind
from prongsai.platform.files.models import StoredFile
from prongsai.platform.files.services import attach_files, made_here
from prongsai.platform.jobs.progress import show_progress
from prongsai.platform.jobs.queue import later
from prongsai.platform.jobs.tasks import remove_old_progress
from prongsai.platform.notices.models import Sending
from prongsai.platform.notices.services import notify
from prongsai.platform.notices.services.wishes import make_feed
from prongsai.platform.staff.models import HandOver, StaffImport
from prongsai.platform.staff.sheet.keeping import list_as_json
from prongsai.platform.staff.sheet.reading import StaffList, StaffRow

assert UNIT_PAPERS.key == "unit-paper"  # registered by its import

Maker = Callable[[Office], Mapping[str, object]]


def talk(office: Office) -> Mapping[str, object]:
    village = f"บ้านหนองใส {office.canary}"
    return {
        "talk_id": Talk.objects.create(
            agency=office.agency, village=village, happened=date(2025, 3, 3), listeners=40
        ).pk
    }


def parked_job(office: Office) -> Mapping[str, object]:
    job = later(remove_old_progress, agency=office.agency.pk)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job])
    return {"job": job}


def job_progress(office: Office) -> Mapping[str, object]:
    job = later(remove_old_progress)
    return {"job": show_progress(job or 0, title="Waiting").job}


def unit_with_files(office: Office) -> Mapping[str, object]:
    return {"holder": "unit-paper", "thing": office.units["กองคลัง"].pk}


def _attached(office: Office) -> StoredFile:
    told = {"acting": "test", "agency": office.agency.pk, "holder": "unit-paper", "thing": office.units["กองคลัง"].pk}
    content = made_here(b"paper", f"{office.canary}.txt", Kind.TXT)
    (stored,) = attach_files(files=[content], **told)
    return stored


def stored_file(office: Office) -> Mapping[str, object]:
    return {"file": _attached(office).public_id}


def file_version(office: Office) -> Mapping[str, object]:
    return {"version": _attached(office).newest.public_id, "name": "a.txt"}


def attachment(office: Office) -> Mapping[str, object]:
    return {"attachment": _attached(office).attachments.get().pk}


def account(office: Office) -> Mapping[str, object]:
    return {"account": office.accounts[Role.OFFICER].pk}


def role_grant(office: Office) -> Mapping[str, object]:
    return {"grant": office.accounts[Role.OFFICER].grants.get().pk}


def role_proposal(office: Office) -> Mapping[str, object]:
    proposed, _ = RoleProposal.objects.get_or_create(
        agency=office.agency,
        user=office.accounts[Role.OVERSEER],
        role=Role.AUDITOR,
        proposed_by=office.accounts[Role.COORDINATOR],
    )
    return {"proposal": proposed.pk}


def personal_link(office: Office) -> Mapping[str, object]:
    user = office.accounts[Role.OFFICER]
    link, _ = make_link(acting=acting_as(office.accounts[Role.COORDINATOR]), user=user)
    return {"link": link.pk}


def notice(office: Office) -> Mapping[str, object]:
    everybody = list(office.accounts.values())
    return {"notice": notify(to=everybody, kind="example.news", subject=f"ข่าว {office.canary}", by="test").pk}


def sending(office: Office) -> Mapping[str, object]:
    user = office.accounts[Role.OFFICER]
    copy = notify(to=user, kind="example.news", subject=f"ข่าว {office.canary}", by="test").copies.get()
    told = {"state": "given_up", "wanted": timezone.now(), "not_before": timezone.now()}
    return {"sending": Sending.objects.create(agency=office.agency, copy=copy, user=user, channel="mail", **told).pk}


def agency_code(office: Office) -> Mapping[str, object]:
    return {"code": office.agency.code}


def calendar_feed(office: Office) -> Mapping[str, object]:
    acting = acting_as(office.accounts[Role.OFFICER])
    return {"code": office.agency.code, "token": make_feed(acting=acting, agency=office.agency)}


def unit(office: Office) -> Mapping[str, object]:
    return {"unit": office.units["กองคลัง"].pk}


def post(office: Office) -> Mapping[str, object]:
    return {"post": office.people[Role.OFFICER].holdings.get().post_id}


def person(office: Office) -> Mapping[str, object]:
    return {"person": office.people[Role.OFFICER].pk}


def holding(office: Office) -> Mapping[str, object]:
    return {"holding": office.people[Role.OFFICER].holdings.get().pk}


def hand_over(office: Office) -> Mapping[str, object]:
    made = HandOver.objects.create(
        agency=office.agency, person=office.people[Role.OFFICER], day=date(2025, 3, 3), lines=[], made_by="test"
    )
    return {"hand_over": made.pk}


def waiting_list(office: Office) -> Mapping[str, object]:
    row = StaffRow(number=2, sheet=None, given_name="ใหม่", family_name=f"ตัวอย่าง {office.canary}", unit="กองคลัง")
    told = list_as_json(StaffList((row,)))
    made = StaffImport.objects.create(
        agency=office.agency, file_name=f"{office.canary}.xlsx", as_of=date(2025, 3, 3), told=told, made_by="test"
    )
    return {"waiting": made.pk}


def day_off(office: Office) -> Mapping[str, object]:
    made, _ = DayOff.objects.get_or_create(
        agency=office.agency, day=date(2025, 3, 4), name=office.canary, source="ประกาศ"
    )
    return {"day": made.pk}


MAKERS: dict[str, Maker] = {
    "notice": notice,
    "sending": sending,
    "agency_code": agency_code,
    "calendar_feed": calendar_feed,
    "unit_with_files": unit_with_files,
    "stored_file": stored_file,
    "file_version": file_version,
    "attachment": attachment,
    "account": account,
    "role_grant": role_grant,
    "role_proposal": role_proposal,
    "personal_link": personal_link,
    "parked_job": parked_job,
    "job_progress": job_progress,
    "talk": talk,
    "unit": unit,
    "post": post,
    "person": person,
    "holding": holding,
    "hand_over": hand_over,
    "waiting_list": waiting_list,
    "day_off": day_off,
}
NOWHERE: dict[str, object] = {
    "notice": 2**40,
    "sending": 2**40,
    "code": "nowhere",
    "token": "nothing",
    "holder": "unit-paper",
    "thing": 2**40,
    "file": UUID(int=1),
    "version": UUID(int=1),
    "name": "a.txt",
    "attachment": 2**40,
    "account": 2**40,
    "grant": 2**40,
    "proposal": 2**40,
    "link": 2**40,
    "job": 2**40,
    "talk_id": 2**40,
    **dict.fromkeys(("unit", "post", "person", "holding", "hand_over", "waiting", "day"), 2**40),
}
"""Arguments that name nothing, by name of the argument."""

MAKERS |= objects_services.MAKERS
NOWHERE |= objects_services.NOWHERE
MAKERS |= objects_site.MAKERS
NOWHERE |= objects_site.NOWHERE
MAKERS |= objects_tasks.MAKERS
NOWHERE |= objects_tasks.NOWHERE
MAKERS |= objects_approvals.MAKERS
NOWHERE |= objects_approvals.NOWHERE
MAKERS |= objects_circulars.MAKERS
NOWHERE |= objects_circulars.NOWHERE
MAKERS |= objects_cases.MAKERS
NOWHERE |= objects_cases.NOWHERE
MAKERS |= objects_placements.MAKERS
NOWHERE |= objects_placements.NOWHERE
MAKERS |= objects_orders.MAKERS
NOWHERE |= objects_orders.NOWHERE
MAKERS |= objects_meetings.MAKERS
NOWHERE |= objects_meetings.NOWHERE
MAKERS |= objects_policies.MAKERS
NOWHERE |= objects_policies.NOWHERE
MAKERS |= objects_data_calls.MAKERS
NOWHERE |= objects_data_calls.NOWHERE
MAKERS |= objects_contractor.MAKERS
MAKERS |= objects_disclosure.MAKERS
NOWHERE |= objects_contractor.NOWHERE
NOWHERE |= objects_disclosure.NOWHERE
MAKERS |= objects_office.MAKERS
NOWHERE |= objects_office.NOWHERE
MAKERS |= objects_advice.MAKERS
NOWHERE |= objects_advice.NOWHERE
MAKERS |= objects_measures.MAKERS
NOWHERE |= objects_measures.NOWHERE
MAKERS |= objects_evidence.MAKERS
NOWHERE |= objects_evidence.NOWHERE
MAKERS |= objects_reports.MAKERS
NOWHERE |= objects_reports.NOWHERE
