"""By itself: each hour unsigned lines of the log are signed; each night it is verified and a back-up is made."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path

import psycopg
from django.conf import settings

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.late import sign_what_is_missing
from prongsai.platform.audit.services import journal
from prongsai.platform.audit.whole import verify_installation
from prongsai.platform.backup.alerting import tell_administrators
from prongsai.platform.backup.making import make_backup
from prongsai.platform.cluster import cluster
from prongsai.platform.jobs.cron import daily, every_hour
from prongsai.platform.jobs.current import current_job
from prongsai.platform.jobs.declaring import every, task
from prongsai.platform.jobs.queue import later, later_for_each_agency

log = logging.getLogger(__name__)
SETTLED = timedelta(minutes=1)


@every(every_hour(10))
def sign_heads() -> None:
    """Sign what an interruption left unsigned."""
    sign_what_is_missing(older_than=SETTLED)


@every(daily(1))
def gather_heads() -> None:
    """Put the heads of each day together, and let a long job verify the log."""
    journal().gather()
    later(verify_log, installation=True, once=True)


@every(daily(1, 30))
def back_up_tonight() -> None:
    """Let a long job make the back-up."""
    later(back_up, installation=True, once=True)


@every(daily(8))
def look_after_back_ups() -> None:
    """Let the system administrators be told in the morning what did not go well at night."""
    later_for_each_agency(warn_of_back_ups)


@task()
def warn_of_back_ups(agency: int) -> None:
    """Tell the system administrators of one agency what is wrong with its back-ups, if anything is."""
    tell_administrators(Agency.objects.get(pk=agency), _folder(), settings.STATE, by=f"job:{current_job() or 0}")


@task(long="backup")
def verify_log() -> None:
    """Verify the log of the whole installation; a trouble parks the job, where the administrator sees it."""
    with cluster(settings.STATE) as server:
        found, _names = verify_installation(server.address("backup"), settings.STATE)
    if not found.sound:
        raise Refused("LOG", f"บันทึกการทำรายการถูกแก้ไข {len(found.troubles)} แห่ง โปรดสั่ง prongsai verify")


@task(long="backup")
def back_up() -> None:
    """Make a back-up; one that fails or holds suspiciously little parks the job, where the administrator sees it."""
    try:
        with cluster(settings.STATE) as server:
            made = make_backup(server, settings.STATE, _folder())
    except psycopg.Error as error:
        raise Refused("DATABASE", f"สำรองข้อมูลไม่สำเร็จ: {error}") from error
    if made.shrunk:
        raise Refused("SHRUNK", f"ข้อมูลสำรองมี {made.shrunk[1]} แถว จากเดิม {made.shrunk[0]} แถว โปรดตรวจสอบ")
    if made.damaged:
        raise Refused("DAMAGED", f"ไฟล์ในที่เก็บเสียหาย {len(made.damaged)} ไฟล์ เช่น {made.damaged[0]} โปรดตรวจสอบดิสก์")
    log.info("back-up made: %s", made.path)


def _folder() -> Path:
    return settings.ENVIRONMENT.backups or settings.STATE / "backups"
