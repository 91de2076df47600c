"""Ends a child whose parent died: nobody else would stop it, and a forgotten web server goes on answering."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

PARENT = "PRONGSAI_PARENT"
"""The variable that names the process a child must not outlive. Where it is not set, nothing is watched."""

SECONDS_BETWEEN_LOOKS = 1.0
SECONDS_TO_END_BY_ITSELF = 35.0
OWN_SCORE = Path("/proc/self/oom_score_adj")
SCORE_OF_A_CHILD = 300


def hold_on() -> None:
    """Watch the parent from a thread of its own; when it is gone, end as if asked to (SIGTERM), later by force.

    The number comes from the parent itself: asked for here, it could be the one that adopted us already.
    """
    named = os.environ.get(PARENT, "")
    if named.isdigit():
        threading.Thread(target=_watch, args=(int(named),), name="lifeline", daemon=True).start()


def let_the_database_live() -> None:
    """Where memory runs out, let Linux end this process before the database, which loses more by it."""
    try:
        with OWN_SCORE.open("r+", encoding="ascii") as score:
            if int(score.read()) < SCORE_OF_A_CHILD:
                score.seek(0)
                score.write(str(SCORE_OF_A_CHILD))
    except OSError:
        return  # not Linux, or not allowed: an extra, not a promise


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(SECONDS_TO_END_BY_ITSELF)
    os._exit(1)
