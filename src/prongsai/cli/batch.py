"""Reports for many agencies: a process for each core, each with its own compiler, and no agency stops another."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Literal, TypeAlias

from prongsai.cli.batch_folder import MADE, AgencyPapers, is_made, mark_of
from prongsai.cli.documents import Wish, document_names, write_measures_paper
from prongsai.ita.thai.refusal import Refused

State: TypeAlias = Literal["written", "kept", "refused"]

WORK_OF_A_POOL = 1_000
"""Agencies after which the processes are started anew: whatever a library keeps is let go."""


@dataclass(frozen=True, slots=True)
class BatchWish:
    """What is wanted of every agency. `wish.folder` is that of the whole batch."""

    wish: Wish
    year: int
    results_year: int | None
    day: date
    force: bool = False


@dataclass(frozen=True, slots=True)
class AgencyReport:
    """What became of one agency: documents written or kept from before, or the refusal with its file and rule."""

    agency: str
    state: State
    documents: tuple[Path, ...] = ()
    file: str | None = None
    rule: str | None = None
    message: str | None = None


def write_reports(
    agencies: Sequence[AgencyPapers], wanted: BatchWish, jobs: int, done: Callable[[], None]
) -> list[AgencyReport]:
    """Write the documents of all agencies and tell what became of each, in their order. `done` is called after each."""
    reports: dict[str, AgencyReport] = {}
    left = list(agencies)
    while left:
        share, left = left[:WORK_OF_A_POOL], left[WORK_OF_A_POOL:]
        for report in _by_processes(share, wanted, jobs):
            reports[report.agency] = report
            done()
        left = [agency for agency in share if agency.name not in reports] + left
    return [reports[agency.name] for agency in agencies]


def _by_processes(agencies: Sequence[AgencyPapers], wanted: BatchWish, jobs: int) -> Iterator[AgencyReport]:
    """Report on agencies as they are done. Where a process dies, those in its pool are tried again, each alone."""
    waiting = iter(agencies)
    running: dict[Future[AgencyReport], AgencyPapers] = {}
    with _pool(jobs) as pool:
        try:
            while _fill(running, islice(waiting, 2 * jobs - len(running)), pool, wanted):
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    yield future.result()
                    del running[future]
            return
        except BrokenProcessPool:
            suspects = list(running.values())
    for agency in suspects:
        yield _alone(agency, wanted)


def _fill(
    running: dict[Future[AgencyReport], AgencyPapers],
    more: Iterable[AgencyPapers],
    pool: ProcessPoolExecutor,
    wanted: BatchWish,
) -> bool:
    """Give work to a pool, a little ahead of it. Tells whether any is under way."""
    for agency in more:
        running[pool.submit(report_agency, agency, wanted)] = agency
    return bool(running)


def _alone(agency: AgencyPapers, wanted: BatchWish) -> AgencyReport:
    with _pool(1) as pool:
        try:
            return pool.submit(report_agency, agency, wanted).result()
        except BrokenProcessPool:
            return AgencyReport(
                agency.name, "refused", rule="CRASH", message="โปรแกรมหยุดกลางคันขณะทำหน่วยงานนี้ โปรดทำหน่วยงานนี้แยกต่างหาก"
            )


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Fresh processes, not copies of this one: it has threads (the progress bar), and a copied lock may stay shut.
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def report_agency(agency: AgencyPapers, wanted: BatchWish) -> AgencyReport:
    """Write the documents of one agency, unless they are made already. Never raises."""
    try:
        return _report(agency, wanted)
    except Refused as refused:
        return AgencyReport(agency.name, "refused", file=refused.place.file, rule=refused.rule, message=refused.message)
    except OSError as error:
        file = Path(str(error.filename)).name if error.filename else None
        return AgencyReport(agency.name, "refused", file=file, rule="FILE", message="เปิดหรือเขียนไฟล์ไม่ได้")
    except Exception as error:  # noqa: BLE001 - a fault of ours at one agency is no reason to leave out the others
        return AgencyReport(
            agency.name, "refused", rule="CRASH", message=f"โปรแกรมทำหน่วยงานนี้ไม่สำเร็จ ({type(error).__name__})"
        )


def _report(agency: AgencyPapers, wanted: BatchWish) -> AgencyReport:
    from prongsai.cli.papers import read_papers  # noqa: PLC0415 - heavy, and not needed for what is made already
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415

    if not agency.files:
        raise Refused("FILE", "โฟลเดอร์ของหน่วยงานนี้ไม่มีเอกสาร")
    names = document_names(wanted.year, wanted.wish.formats)
    mark = mark_of(agency, wanted.wish, (wanted.year, wanted.results_year))
    if not wanted.force and is_made(agency, mark, names):
        return AgencyReport(agency.name, "kept", tuple(agency.out / name for name in names))
    (agency.out / MADE).unlink(missing_ok=True)
    made = plan_from_papers(read_papers(agency.files), wanted.year, wanted.results_year)
    written = write_measures_paper(made, replace(wanted.wish, folder=agency.out), wanted.day)
    (agency.out / MADE).write_text(mark + "\n", encoding="ascii")
    return AgencyReport(agency.name, "written", tuple(written))
