"""`prongsai demo`: the main job on the papers of the invented demo agency."""

from __future__ import annotations

from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import click

from prongsai.cli.commands.check import show_findings
from prongsai.cli.commands.score import show_result
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_list

DEMO_DAY = date(2025, 3, 17)
"""The day on which the demo stands: Monday 17 March 2568."""

FOOTER = "ข้อมูลสมมุติเพื่อการสาธิต"
PAPERS = ("P2.txt", "P5.txt", "P6.txt", "P7.txt")


@click.command(
    "demo",
    short_help=_("Try it on an invented agency"),
    help=_("Do the main job on the papers of an invented agency; documents go to a folder."),
)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("out"), show_default=True,
              help=_("Folder for the documents."))  # fmt: skip
def command(out: Path) -> None:
    """Read, check, score, plan and report, with progress and a readable summary."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    from prongsai.cli.documents import Wish, write_measures_paper  # noqa: PLC0415
    from prongsai.cli.papers import read_paper  # noqa: PLC0415
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415
    from prongsai.cli.results import results_of_reading  # noqa: PLC0415
    from prongsai.cli.years import framework_of  # noqa: PLC0415
    from prongsai.ita.analysis import check  # noqa: PLC0415

    with (
        as_file(files("prongsai.cli").joinpath("demo_papers")) as folder,
        Progress(console=Console(stderr=True)) as bar,
    ):
        task = bar.add_task(_("Reading papers"), total=len(PAPERS) + 4)
        readings = {}
        for name in PAPERS:
            readings[name] = read_paper(folder / name)
            bar.advance(task)
        bar.update(task, description=_("Checking"))
        findings = {name: check(reading, framework_of) for name, reading in readings.items()}
        bar.advance(task)
        bar.update(task, description=_("Recomputing scores"))
        results = results_of_reading(readings["P5.txt"])
        bar.advance(task)
        bar.update(task, description=_("Drafting measures"))
        made = plan_from_papers([readings["P5.txt"]], 2568)
        bar.advance(task)
        bar.update(task, description=_("Writing documents"))
        written = write_measures_paper(made, Wish(out, ("pdf", "docx"), footer=FOOTER, prices=True), DEMO_DAY)
        bar.advance(task)
    for name, found in findings.items():
        show_findings(Path(name), found)
    for result in results:
        show_result(result)
    print_heading(_("Measures of fiscal year {year}: {count}").format(year=2568, count=len(made.plan.measures)))
    print_list([str(row.title) if isinstance(row.title, str) else row.title.asks_for for row in made.plan.measures])
    print_heading(_("Documents"))
    print_list([str(path) for path in written])
    click.echo(_("Everything shown is invented for demonstration; nothing comes from a real agency."))
