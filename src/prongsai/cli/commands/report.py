"""`prongsai report`: the paper in official form, as PDF and Word."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_json, print_list

FORMATS = ("pdf", "docx")


@click.command(
    "report",
    short_help=_("Write the paper as PDF and Word"),
    help=_("Write the analysis-and-measures paper of a fiscal year from an agency's papers."),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--year", type=click.IntRange(2540, 2640), required=True, help=_("Fiscal year of the measures (BE)."))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help=_("Folder for the documents.")
)
@click.option("--results-year", type=int, help=_("Fiscal year of the result that is analysed, where nobody says it."))
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), default=FORMATS, show_default=True,
              help=_("Format to write; may be given twice."))  # fmt: skip
@click.option("--digits", type=click.Choice(["thai", "arabic"]), default="thai", show_default=True,
              help=_("Digits of the paper."))  # fmt: skip
@click.option("--agency", help=_("Name of the agency, where no paper names it."))
@click.option("--prices", is_flag=True, help=_("Add the list of points lost, an internal estimate."))
@click.option("--json", "as_json", is_flag=True, help=_("Print what was written as JSON."))
def command(  # noqa: PLR0917 - click gives them by name
    files: Sequence[Path],
    year: int,
    out: Path,
    results_year: int | None,
    formats: Sequence[str],
    digits: str,
    agency: str | None,
    prices: bool,
    as_json: bool,
) -> None:
    """Write the documents of one agency and one fiscal year."""
    from prongsai.cli.documents import Wish, write_measures_paper  # noqa: PLC0415
    from prongsai.cli.papers import read_papers  # noqa: PLC0415
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415

    made = plan_from_papers(read_papers(files), year, results_year)
    wish = Wish(out, tuple(dict.fromkeys(formats)), thai_digits=digits == "thai", agency=agency, prices=prices)
    written = write_measures_paper(made, wish, date.today())
    if as_json:
        print_json({"written": written, "unconfirmed": made.plan.unconfirmed})
        return
    print_list([str(path) for path in written])
    print_list(made.plan.unconfirmed, mark="?")
