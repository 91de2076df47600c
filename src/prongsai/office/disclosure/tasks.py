"""Work of this room that runs by itself, or is asked for by a page."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_noop

from prongsai.office.disclosure.leading import Walk
from prongsai.office.disclosure.models import DisclosedItem
from prongsai.office.disclosure.services.logging_acts import sign_head_of_the_day
from prongsai.office.disclosure.services.telling_outages import tell_outages
from prongsai.office.disclosure.services.watching import look_at_year
from prongsai.office.disclosure.watch_days import is_watched
from prongsai.office.rounds.models import Round
from prongsai.platform.agency.models import Agency
from prongsai.platform.calendar.today import today
from prongsai.platform.jobs import cron
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.progress import tell_progress
from prongsai.platform.jobs.queue import later, later_for_each_agency
from prongsai.platform.tenancy.speaker import current_speaker

ALL = 0
LOOKING = gettext_noop("Pages are looked at from outside")


@every(cron.every_hour(35))
def watch_addresses() -> None:
    """Each hour: the addresses of every agency that assessors may be looking at."""
    later_for_each_agency(watch_agency)


@every(cron.daily(5, 20))
def walk_main_sites() -> None:
    """Each morning: whether the main site of every agency still leads to its pages."""
    later_for_each_agency(walk_agency)


@every(cron.daily(6))
def sign_logs() -> None:
    """Each morning: sign the log of publication of every agency as it stands."""
    later_for_each_agency(sign_log)


@task()
def sign_log(agency: int) -> None:
    """Sign the log of publication of an agency, once a day."""
    sign_head_of_the_day(Agency.objects.get(pk=agency))


@task()
def watch_agency(agency: int) -> None:
    """Have the addresses of an agency looked at, where it is time for that."""
    _ask(agency, walk=0)


@task()
def walk_agency(agency: int) -> None:
    """Have the main site of an agency walked, where it is time for that."""
    _ask(agency, walk=1)


@task(long="looking-out")
def look_at_addresses(agency: int, cycle: int, walk: int, item: int = ALL) -> None:
    """Look at the addresses of a year, or at one; with `walk` 1 also whether the main site leads to them."""
    speaker = current_speaker()
    actor = speaker.actor if speaker else "job"
    with transaction.atomic():
        found = Round.objects.select_related("agency").get(pk=cycle, agency=agency)
    only = () if item == ALL else (item,)
    checks = look_at_year(found, actor=actor, walk=Walk() if walk else None, only=only, told=_tell)
    with transaction.atomic():
        tell_outages(found, checks, by=actor)


def look_soon(item: DisclosedItem) -> None:
    """Have one address looked at, and whether the main site leads to it; what waits already is not asked for twice."""
    later(look_at_addresses, agency=item.agency_id, cycle=item.round_id, walk=1, item=item.pk, once=True)


def _ask(agency: int, *, walk: int) -> None:
    here = Agency.objects.get(pk=agency)
    if here.is_demo:
        return  # an invented office has an invented site
    day = today(here)
    for cycle in Round.objects.filter(closed=None):
        if is_watched(cycle, day):
            later(look_at_addresses, agency=agency, cycle=cycle.pk, walk=walk, once=True)


def _tell(done: int, total: int) -> None:
    tell_progress(done, total, LOOKING)
