"""`prongsai simulate`: what changed scores would bring, and the shortest ways to a goal. An internal estimate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.fiscal_year import FISCAL_YEAR
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json, print_list, print_table

if TYPE_CHECKING:
    from prongsai.cli.simulations import Simulation
    from prongsai.ita.scoring import Move, Reach, Route, WhatIf


@click.command(
    "simulate",
    short_help=_("Try changes of scores"),
    help=_(
        "What changed scores would bring, and the fewest changes that reach a goal. An internal estimate: without "
        "--set, --goal, --of and --level the ways to the year's pass mark everywhere are sought."
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--year", type=FISCAL_YEAR, help=_("Fiscal year of the result: which of several, or where the file names none.")
)
@click.option("--set", "changes", multiple=True, metavar="CODE=SCORE", help=_("A score to be changed, as O33=100."))
@click.option("--known", multiple=True, metavar="CODE=SCORE", help=_("A score of today that the file does not tell."))
@click.option("--goal", help=_("Least score wanted, as 85."))
@click.option(
    "--of",
    multiple=True,
    help=_("Whose goal it is: overall, instruments, indicators, all, or a single one as IIT or 4."),
)
@click.option("--level", help=_("Level wanted, by its Thai name."))
@click.option("--effort", "efforts", multiple=True, metavar="CODE=1-10", help=_("How hard a place is to change."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
def command(  # noqa: PLR0917 - click gives every option by name
    file: Path,
    year: int | None,
    changes: Sequence[str],
    known: Sequence[str],
    goal: str | None,
    of: Sequence[str],
    level: str | None,
    efforts: Sequence[str],
    as_json: bool,
) -> None:
    """Simulate on the scores of a file."""
    from prongsai.cli.simulations import Wishes, simulate_file  # noqa: PLC0415

    found = simulate_file(file, year, Wishes(changes, known, goal, of, level, efforts))
    if as_json:
        print_json({"year": found.year, "estimate": True, "what_if": found.what_if, "reach": found.reach})
    else:
        show_simulation(found)


def show_simulation(found: Simulation) -> None:
    """Print the answers under the label that every estimate bears."""
    print_heading(_("Internal estimate, fiscal year {year}").format(year=found.year))
    print_list([_("made in the office; not a result of the assessment")])
    if found.what_if:
        print_heading(_("If these scores change"))
        show_result(found.what_if)
    if found.reach:
        show_reach(found.reach)


def show_reach(reach: Reach) -> None:
    """Print where the goal stands, each way to it, and what is not known."""
    print_heading(_("Goal"))
    short = [gap for gap in reach.gaps if gap.lacking]
    if reach.met:
        print_list([_("met already")])
    elif short:
        rows = [
            [gap.what, gap.name or "", f"{gap.score:.2f}", f"{gap.goal:.2f}", f"{gap.lacking:.2f}"] for gap in short
        ]
        columns = [_("Code"), _("Subject"), _("Score"), _("Goal"), _("Lacking")]
        print_table(columns, rows, numeric=[2, 3, 4])
    for title, route in _titled(reach):
        print_heading(title)
        show_result(route.result)
    print_list([*reach.missing, *reach.notes], mark="?")


def show_result(result: WhatIf) -> None:
    """Print the changes, what they bring, the level, and what is not confirmed."""
    columns = [_("Code"), _("Subject"), _("Score"), _("New score"), _("Change")]
    rows = [[move.what, move.name or _("unconfirmed"), *_figures(move)] for move in result.changes]
    print_table(columns, rows, numeric=[2, 3, 4])
    above = [*([result.overall] if result.overall else []), *result.instruments, *result.indicators]
    set_here = {(move.kind, move.code) for move in result.changes}
    moved = [move for move in above if move.change and (move.kind, move.code) not in set_here]
    print_list(["{} {} → {} ({})".format(move.what, *_figures(move)) for move in moved], mark="=")
    print_list([result.level_after.reason])
    print_list([*result.missing, *result.unconfirmed], mark="?")


def _titled(reach: Reach) -> list[tuple[str, Route]]:
    """Give the ways that change anything, each with its title; one title where the first two are the same."""
    smallest, cheapest, easiest = reach.smallest, reach.cheapest, reach.easiest
    titled = []
    if smallest and cheapest and smallest.places:
        told = {"places": smallest.places, "points": f"{cheapest.points:.2f}"}
        if smallest.result.changes == cheapest.result.changes:
            titled.append(
                (_("Fewest places and fewest points: {places} places, {points} points").format(**told), smallest)
            )
        else:
            first = _("Fewest places: {places} places, {points} points")
            titled.append((first.format(places=smallest.places, points=f"{smallest.points:.2f}"), smallest))
            second = _("Fewest points: {points} points in {places} places")
            titled.append((second.format(places=cheapest.places, points=f"{cheapest.points:.2f}"), cheapest))
    if easiest and easiest.places:
        told = {"effort": easiest.effort, "places": easiest.places}
        titled.append((_("Least effort: {effort} in {places} places").format(**told), easiest))
    return titled


def _figures(move: Move) -> list[str]:
    return [f"{move.before:.2f}", f"{move.after:.2f}", f"{move.change:+.2f}"]
