"""From a paper that is dropped in to its confirmed result and its measures: `python -m bench.papers [ROUNDS]`.

The invented papers, each into an agency of its own: whole requests, from the bytes that come in to the bytes of the
answer. `send` keeps and reads the paper in its child process, `confirm` settles every year whose result it prints
(where nothing in it waits for a person), `measures` reads its measures for a year, `take` makes them a plan. One user;
the first round only warms up.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from bench.users_at_once import enter_as, fresh_database, make_tables, middle, what_is_asked

if TYPE_CHECKING:
    from django.db.models import Model
    from django.test import Client

    from prongsai.platform.agency.models import Agency

NAME, ROUNDS = "bench_papers", 5
GOAL = 2.0
"""Seconds for reading and confirming a paper."""

Steps = dict[str, float]


def prepare(owner: str, app: str) -> None:
    """Make the tables, and go on as the application."""
    make_tables(owner)
    enter_as(app)


def coordinator() -> tuple[Agency, Client]:
    """Open an agency; give a browser of the one who begins in it."""
    from uuid import uuid4

    from django.test import Client

    from prongsai.platform.staff.services.opening import open_agency

    told = {"code": f"a{uuid4().hex[:12]}", "login_name": f"ita{uuid4().hex}", "person": "สมใจ ตัวอย่าง"}
    opened = open_agency(actor="bench", name="องค์การบริหารส่วนตำบลหนองกระจ่าง", **told)
    client = Client(headers={"accept-language": "th"})
    client.force_login(opened.begins)
    session = client.session
    session["second_factor"] = True
    session.save()
    return opened.agency, client


def ways_of(name: str, content: bytes) -> Iterator[tuple[str, Callable[[], None]]]:
    """Give the steps of a paper in their order, each to be taken when it is its turn."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.db import transaction
    from django.urls import reverse

    from prongsai.office.measures.models import ImportedMeasures
    from prongsai.office.results.models import ReadPaper, ResultSheet, ScoreLine
    from prongsai.platform.tenancy.speaker import speaking

    agency, client = coordinator()

    def rows(model: type[Model]) -> list[Any]:
        with transaction.atomic(), speaking(agency.pk, actor="bench"):
            return list(model._default_manager.all())

    def post(address: str, sent: Mapping[str, object] | None = None) -> None:
        answer = client.post(address, dict(sent or {}))
        assert answer.status_code == 302, (name, address, answer.status_code)

    def confirm(sheets: list[Any]) -> None:
        for sheet in sheets:
            post(reverse("result-sheet-confirm", args=[sheet.pk]))

    yield "send", lambda: post(reverse("read-papers-send"), {"papers": [SimpleUploadedFile(name, content)]})
    sheets, (paper,) = rows(ResultSheet), rows(ReadPaper)
    if sheets and not any(line.is_open for line in rows(ScoreLine)):
        yield "confirm", lambda: confirm(sheets)
    if paper.reading.measures:
        year = {"fiscal_year": str(paper.reading.document.plan_year or 2567)}
        yield "measures", lambda: post(reverse("measures-of-paper", args=[paper.pk]), year)
        (waiting,) = rows(ImportedMeasures)
        yield "take", lambda: post(waiting.get_absolute_url(), {"looked": "on"})


def timed(name: str, content: bytes) -> Steps:
    """Take all steps of a paper; give the seconds of each."""
    taken: Steps = {}
    for step, go in ways_of(name, content):
        begun = time.perf_counter()
        go()
        taken[step] = time.perf_counter() - begun
    return taken


def show(name: str, rounds: Sequence[Steps]) -> None:
    """Print the steps of a paper, and reading with confirming beside the goal."""
    steps = "  ".join(f"{step} {middle([each[step] for each in rounds]):.0f}" for step in rounds[0])
    whole = middle([each["send"] + each.get("confirm", 0.0) for each in rounds]) / 1000
    print(f"  {name:<8} {steps} ms   read and confirmed: {whole / GOAL:.2f} of the goal", flush=True)


def main(words: Sequence[str]) -> int:
    """Read every invented paper, and show."""
    told = what_is_asked(words, rounds=ROUNDS)
    with fresh_database(NAME) as (owner, app):
        prepare(owner, app)
        from prongsai.platform.demo.papers.shipped import DEMO_PAPERS

        print(f"medians of {told.rounds} rounds")
        for name, made in DEMO_PAPERS.items():
            content = made()
            show(name, [timed(name, content) for _round in range(told.rounds + 1)][1:])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
