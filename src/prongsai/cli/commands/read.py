"""`prongsai read`: what stands in a paper, as printed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json, print_list, print_table

if TYPE_CHECKING:
    from prongsai.ita.papers.reading import Reading, ScoreSheet


@click.command(
    "read",
    short_help=_("Read a paper"),
    help=_("Read a paper and show what stands in it, as printed, with every doubt."),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Print the reading contract prongsai.reading/1 as JSON."))
@click.option("--national", is_flag=True, help=_("FILE lists the results of many agencies (.xlsx, .csv), a row each."))
@click.option(
    "--ocr", is_flag=True, help=_("Read scanned pages of a PDF with tesseract; every value is then doubtful.")
)
@click.pass_context
def command(ctx: click.Context, file: Path, as_json: bool, national: bool, ocr: bool) -> None:
    """Read one paper, or the results of many agencies; exit 1 where rows of these are in doubt."""
    if national:
        ctx.exit(read_national(file, as_json=as_json))
    from prongsai.cli.papers import read_paper  # noqa: PLC0415
    from prongsai.ita.papers.json import to_json  # noqa: PLC0415

    reading = read_paper(file, ocr=ocr)
    if as_json:
        print_json(to_json(reading))
    else:
        from prongsai.cli.next_step import next_step  # noqa: PLC0415

        show_reading(reading)
        click.echo(next_step(reading, file))


def read_national(file: Path, *, as_json: bool) -> int:
    """Read a list of agencies and print it; give the exit code."""
    from prongsai.cli.national import collect_national, show_national  # noqa: PLC0415

    results = collect_national(file)
    if as_json:
        print_json(results.as_json())
    else:
        show_national(results)
    return 1 if results.errors else 0


def show_reading(reading: Reading) -> None:
    """Print the reading for a person: the head, the scores, and how much of everything else was found."""
    from prongsai.ita.analysis import place_in_words  # noqa: PLC0415

    head, agency = reading.document, reading.agency
    click.secho(head.title, bold=True)
    place = [agency.name, agency.district and f"อ.{agency.district}", agency.province and f"จ.{agency.province}"]
    print_list([" ".join(part for part in place if part) or _("no agency is named")])
    years = [
        (_("result analysed"), head.assessed_year),
        (_("year of the measures"), head.plan_year),
        (_("report round in months"), head.round_months),
    ]
    print_list([f"{label}: {value if value is not None else '–'}" for label, value in years])
    for sheet in reading.score_sheets:
        show_scores(sheet)
    counts = [
        (_("findings of the analysis"), len(reading.analysis)),
        (_("measures"), len(reading.measures)),
        (_("limitations"), len(reading.limitations)),
        (_("proposals"), len(reading.recommendations)),
    ]
    print_heading(_("Also read"))
    print_list([f"{label}: {count}" for label, count in counts])
    print_heading(_("Doubts: {count}").format(count=len(reading.warnings)))
    print_list(
        [
            f"{place_in_words(entry.where)} · {entry.code}"
            + (f": {entry.found}" if entry.found else "")
            + (f" → {entry.expected}" if entry.expected else "")
            for entry in reading.warnings
        ]
    )
    if reading.warnings:
        click.echo(_("`prongsai check` says what to do about each."))


def show_scores(sheet: ScoreSheet) -> None:
    """Print one score sheet as a table."""
    print_heading(_("Scores of fiscal year {year}").format(year=sheet.year if sheet.year is not None else "?"))
    rows = [[str(entry.number), f"{entry.score:.2f}"] for entry in sheet.indicators]
    rows += [[name, f"{score:.2f}"] for name, score in (sheet.instruments or {}).items()]
    if sheet.overall is not None:
        rows.append([_("overall"), f"{sheet.overall:.2f}"])
    print_table([_("Indicator"), _("Score")], rows, numeric=[1])
    if sheet.level:
        print_list([_("level: {level}").format(level=sheet.level)])
