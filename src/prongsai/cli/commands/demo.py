"""`prongsai demo`: the main job on the papers of the invented demo agency, written and read as an office has them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.commands.check import show_findings
from prongsai.cli.commands.score import show_result
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from prongsai.cli.plans import PaperPlan
    from prongsai.cli.results import YearResult
    from prongsai.ita.analysis import CheckFinding
    from prongsai.ita.papers.reading import Reading

DEMO_DAY = date(2025, 3, 17)
"""The day on which the demo stands: Monday 17 March 2568."""

PAPERS_FOLDER = "papers"
RESULTS = ("P1.xlsx", "P4.pdf")
PLAN_FROM = ("P4.pdf", "P5.docx")
CLOSED_PLAN_FROM = ("P1.xlsx", "P2.docx")
REPORT = "P5.docx"
PLAN_YEAR = 2568
CLOSED_YEAR = 2567


@click.command(
    "demo",
    short_help=_("Try it on an invented agency"),
    help=_("Do the main job on the papers of an invented agency; papers and documents go to a folder."),
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), show_default=True,
              help=_("Folder for the documents."))  # fmt: skip
@click.option(
    "--all-papers", is_flag=True, help=_("Also write the further papers of the office: reports, memos, order.")
)
def command(out: Path, all_papers: bool) -> None:
    """Write the papers, read, check, score, plan and report, with progress and a readable summary."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    from prongsai.cli.documents import Wish, write_measures_paper  # noqa: PLC0415
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415
    from prongsai.platform.demo.papers.from_text import FOOTER  # noqa: PLC0415
    from prongsai.platform.demo.papers.shipped import DEMO_PAPERS, write_demo_papers  # noqa: PLC0415

    with Progress(console=Console(stderr=True)) as bar:
        task = bar.add_task(_("Writing papers"), total=len(DEMO_PAPERS) + 5)
        papers = write_demo_papers(out / PAPERS_FOLDER)
        bar.update(task, advance=1, description=_("Reading papers"))
        readings = _read(papers, lambda: bar.advance(task))
        bar.update(task, description=_("Checking"))
        findings = _check(readings)
        bar.update(task, advance=1, description=_("Recomputing scores"))
        results = _results(readings)
        bar.update(task, advance=1, description=_("Drafting measures"))
        made = plan_from_papers([readings[name] for name in PLAN_FROM], PLAN_YEAR)
        bar.update(task, advance=1, description=_("Writing documents"))
        written = write_measures_paper(made, Wish(out, ("pdf", "docx"), footer=FOOTER, prices=True), DEMO_DAY)
        bar.advance(task)
        if all_papers:
            bar.update(task, total=len(DEMO_PAPERS) + 6, description=_("Writing all papers of the office"))
            written += _office_papers(out, made, results, readings)
            bar.advance(task)
    _show(findings, results, made, [*papers, *written])


def _read(papers: list[Path], step: Callable[[], None]) -> dict[str, Reading]:
    from prongsai.cli.papers import read_paper  # noqa: PLC0415

    readings = {}
    for path in papers:
        readings[path.name] = read_paper(path)
        step()
    return readings


def _check(readings: dict[str, Reading]) -> dict[str, list[CheckFinding]]:
    from prongsai.cli.years import framework_of, presumption, same_code  # noqa: PLC0415
    from prongsai.ita.analysis import check_together  # noqa: PLC0415

    together = check_together(list(readings.values()), framework_of, presumption(), same_code)
    return dict(zip(readings, together, strict=True))


def _results(readings: dict[str, Reading]) -> list[YearResult]:
    from prongsai.cli.results import results_of_reading  # noqa: PLC0415

    return [result for name in RESULTS for result in results_of_reading(readings[name])]


def _office_papers(out: Path, made: PaperPlan, results: list[YearResult], readings: dict[str, Reading]) -> list[Path]:
    from prongsai.cli.demo_office import YearsOfPapers, write_office_papers  # noqa: PLC0415
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415

    closed = plan_from_papers([readings[name] for name in CLOSED_PLAN_FROM], CLOSED_YEAR)
    earlier, later = results
    return write_office_papers(out, YearsOfPapers(closed, made, (earlier, later), readings[REPORT]), DEMO_DAY)


def _show(
    findings: dict[str, list[CheckFinding]], results: list[YearResult], made: PaperPlan, written: list[Path]
) -> None:
    for name, found in findings.items():
        show_findings(Path(name), found)
    for result in results:
        show_result(result)
    print_heading(_("Measures of fiscal year {year}: {count}").format(year=PLAN_YEAR, count=len(made.plan.measures)))
    print_list([str(row.title) if isinstance(row.title, str) else row.title.asks_for for row in made.plan.measures])
    print_heading(_("Papers and documents"))
    print_list([str(path) for path in written])
    click.echo(_("Everything shown is invented for demonstration; nothing comes from a real agency."))
