"""`prongsai run`: the database, then the tables, then web and worker, kept alive until somebody asks to stop."""

from __future__ import annotations

import time

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import DATABASE, Server, cluster, make_state_folder
from prongsai.platform.supervisor.child import Child
from prongsai.platform.supervisor.database_care import DatabaseCare
from prongsai.platform.supervisor.greeting import Greeting
from prongsai.platform.supervisor.only_one import only_one
from prongsai.platform.supervisor.plan import Plan, Tell
from prongsai.platform.supervisor.port import page_is_served, wait_until_free
from prongsai.platform.supervisor.preparation import forget_preparation, is_prepared, note_preparation
from prongsai.platform.supervisor.stopping import StopWish, listening_for_stop

SECONDS_BETWEEN_LOOKS = 0.3
STOPPED, GAVE_UP = 0, 1


def run(plan: Plan, tell: Tell) -> int:
    """Run everything until asked to stop: 0; 1 where a child dies again and again.

    Refuses RUNNING, PORT, DATABASE, ACCOUNT or PREPARE where it cannot begin.
    """
    make_state_folder(plan.state)
    with listening_for_stop() as wish, only_one(plan.state, plan.host, plan.port):
        wait_until_free(plan.host, plan.port)
        tell("starting", {"state": plan.state})
        with cluster(plan.state) as server:
            server.ensure_database(DATABASE)
            if not _prepare(plan, server, wish):
                return STOPPED
            return _keep_alive(plan, server, wish, tell)


def _prepare(plan: Plan, server: Server, wish: StopWish) -> bool:
    """Make tables and page files, where they are not made; give False where somebody asked to stop meanwhile."""
    if is_prepared(plan.state, server):
        return True
    forget_preparation(plan.state)
    child = Child(plan.preparing(server))
    child.start(time.monotonic())
    while (status := child.ended()) is None:
        if wish.wait(0.02):
            _stop([child], wish)
            return False
    if status:
        raise Refused("PREPARE", "เตรียมตารางข้อมูลหรือไฟล์หน้าเว็บไม่สำเร็จ โปรดดูข้อความก่อนหน้านี้ แล้วสั่ง prongsai doctor")
    note_preparation(plan.state, server)
    return True


def _keep_alive(plan: Plan, server: Server, wish: StopWish, tell: Tell) -> int:
    web, worker = Child(plan.web(server)), Child(plan.jobs(server))
    database, greeting = DatabaseCare(server), Greeting(plan.greeter(server))
    try:
        web.start(time.monotonic())
        if _first_page_is_served(plan, web, wish):
            tell("ready", {"host": plan.host, "port": plan.port, "state": plan.state})
            greeting.begin()
        while not wish.wait(SECONDS_BETWEEN_LOOKS):
            database.look(tell)
            greeting.look(tell)
            for child in (web, worker):  # the worker begins here: the first page need not share the processor with it
                if not _revive(child, tell):
                    tell("gave-up", {"name": child.program.name})
                    return GAVE_UP
        tell("stopping", {})
        return STOPPED
    finally:
        greeting.end()
        _stop([web, worker], wish)


def _first_page_is_served(plan: Plan, web: Child, wish: StopWish) -> bool:
    while not wish.asked and web.runs():
        if page_is_served(plan.host, plan.port):
            return True
        wish.wait(0.05)
    return False


def _revive(child: Child, tell: Tell) -> bool:
    """Start a dead child again when its pause is over; give False where it died too often."""
    now = time.monotonic()
    status = child.ended()
    if status is not None:
        if child.restarts.too_many(now):
            return False
        child.next_start = child.restarts.not_before(now)
        tell("child-ended", {"name": child.program.name, "status": status})
    if not child.runs() and now >= child.next_start:
        child.start(now)
    return True


def _stop(children: list[Child], wish: StopWish) -> None:
    """Stop one after the other, in this order: no new requests, then no new jobs. A second wish hurries."""
    for child in children:
        child.ask_to_stop()
        until = time.monotonic() + child.program.seconds_to_stop
        while child.runs() and time.monotonic() < until and not wish.hurry:
            time.sleep(0.02)
        child.kill()
