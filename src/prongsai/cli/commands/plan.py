"""`prongsai plan`: draft measures for what is weak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.fiscal_year import FISCAL_YEAR
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json, print_list

if TYPE_CHECKING:
    from prongsai.cli.plans import PaperPlan
    from prongsai.ita.planning import DraftMeasure


@click.command(
    "plan",
    short_help=_("Draft measures"),
    help=_("Draft the measures of a fiscal year from an agency's papers. Results are never drafted."),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--year", type=FISCAL_YEAR, required=True, help=_("Fiscal year of the measures (BE)."))
@click.option(
    "--results-year", type=FISCAL_YEAR, help=_("Fiscal year of the result that is analysed, where nobody says it.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print the plan as JSON."))
def command(files: Sequence[Path], year: int, results_year: int | None, as_json: bool) -> None:
    """Draft a plan and show it."""
    from prongsai.cli.papers import read_papers  # noqa: PLC0415
    from prongsai.cli.plans import plan_from_papers  # noqa: PLC0415

    made = plan_from_papers(read_papers(files), year, results_year)
    if as_json:
        print_json({"agency": made.agency, **asdict(made.plan)})
    else:
        show_plan(made)


def show_plan(made: PaperPlan) -> None:
    """Print the plan by issue or indicator, and what it leans on that is not confirmed."""
    plan = made.plan
    print_heading(_("Measures of fiscal year {year}: {count}").format(year=plan.plan_year, count=len(plan.measures)))
    for row in plan.measures:
        show_measure(row)
    if plan.unconfirmed:
        print_heading(_("Not confirmed"))
        print_list(plan.unconfirmed, mark="?")


def show_measure(row: DraftMeasure) -> None:
    """Print one row of the plan."""
    from prongsai.ita.papers.blocks import Gap  # noqa: PLC0415
    from prongsai.ita.thai import format_period  # noqa: PLC0415

    def told(value: object) -> str:
        return f"[{value.asks_for}]" if isinstance(value, Gap) else str(value)

    why, finding, units, period = _("why"), _("finding"), _("units"), _("period")
    time = told(row.period) if isinstance(row.period, Gap) else format_period(row.period, digits="arabic")
    click.echo()
    for title in row.titles:
        click.secho(f"  {told(title)}", bold=True)
    print_list([f"{why}: {row.why}", f"{finding}: {told(row.finding)}"], mark=" ")
    print_list([f"{number}. {step}" for number, step in enumerate(row.steps, 1)], mark=" ")
    print_list([f"{units}: {', '.join([told(row.lead_unit), *row.supporting_units])} · {period}: {time}"], mark=" ")
