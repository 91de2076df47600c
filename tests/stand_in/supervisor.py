"""Runs the supervisor with the stand-ins: STATE PORT WORKER STEP..."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from prongsai.platform.supervisor import restarts
from prongsai.platform.supervisor.plan import Plan
from prongsai.platform.supervisor.running import run


def tell(event, facts):
    print(event, *(f"{name}={value}" for name, value in facts.items()), flush=True)  # noqa: T201


restarts.LONGEST_PAUSE = float(os.environ.get("STAND_IN_LONGEST_PAUSE", restarts.LONGEST_PAUSE))
state, port, worker, *steps = sys.argv[1:]
plan = Plan(
    Path(state),
    port=int(port),
    application="stand_in.wsgi:application",
    manage="stand_in.manage",
    preparation=tuple((step,) for step in steps),
    worker=(worker,),
    greeting=("greet",),
)
sys.exit(run(plan, tell))
