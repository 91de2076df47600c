"""`prongsai score`: the arithmetic of a result, line by line, its level and its prices."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.fiscal_year import FISCAL_YEAR
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json, print_list, print_table

if TYPE_CHECKING:
    from prongsai.cli.results import YearResult


@click.command(
    "score",
    short_help=_("Recompute and explain scores"),
    help=_("Recompute and explain the scores of a paper or a typed score sheet (.json, .tsv)."),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--year", type=FISCAL_YEAR, help=_("Fiscal year of the result: which of several, or where the file names none.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
def command(file: Path, year: int | None, as_json: bool) -> None:
    """Explain the scores of a file."""
    from prongsai.cli.results import results_of_file  # noqa: PLC0415

    results = results_of_file(file, year)
    if as_json:
        print_json([_record(result) for result in results])
    else:
        for result in results:
            show_result(result)


def show_result(result: YearResult) -> None:
    """Print how one year's scores come about, the level, the prices, and what is doubtful."""
    outcome = result.outcome
    print_heading(_("Scores of fiscal year {year}").format(year=outcome.year))
    print_list(outcome.lines, mark="=")
    if outcome.published_overall is not None and outcome.overall_shown is not None:
        told = _("printed {printed}, recomputed {computed}, difference {gap}").format(
            printed=f"{outcome.published_overall:.2f}",
            computed=f"{outcome.overall_shown:.2f}",
            gap=f"{outcome.published_overall - outcome.overall_shown:+.2f}",
        )
        print_list([told])
    print_list([*outcome.missing, *outcome.unconfirmed], mark="?")
    print_heading(_("Level"))
    print_list([result.level.by_computed.reason])
    if result.level.published:
        agrees = {True: _("agrees with the figures"), False: _("does not agree"), None: _("cannot be compared")}
        told = _("printed level {level}: {agrees}").format(
            level=result.level.published, agrees=agrees[result.level.agrees]
        )
        print_list([told, *([result.level.message] if result.level.message else [])])
    if result.repairs:
        print_heading(_("Digits that would explain the difference (none applied)"))
        print_list(
            [_repair(repair.indicator, repair.printed, repair.proposed, repair.kind) for repair in result.repairs]
        )
    show_prices(result)


def show_prices(result: YearResult) -> None:
    """Print what each low score costs, dearest first; where no price can be told, that."""
    print_heading(_("Points lost of the overall (internal estimate)"))
    if not result.prices:
        print_list([_("not established")])
        return
    rows = [
        [p.code, p.name or _("unconfirmed"), f"{p.score:.2f}", f"{p.points:.2f}"] for p in result.prices if p.points
    ]
    print_table([_("Code"), _("Subject"), _("Score"), _("Points lost")], rows, numeric=[2, 3])


def _repair(indicator: int | None, printed: object, proposed: object, kind: str) -> str:
    place = _("printed overall") if indicator is None else _("indicator {number}").format(number=indicator)
    why = {"look-alike": _("look-alike digit"), "lost-digit": _("a digit that may be lost")}[kind]
    return f"{place}: {printed} → {proposed} ({why})"


def _record(result: YearResult) -> dict[str, object]:
    outcome, level = result.outcome, result.level
    return {
        "year": outcome.year,
        "overall": outcome.overall_shown,
        "published_overall": outcome.published_overall,
        "lines": outcome.lines,
        "instruments": outcome.instruments,
        "indicators": outcome.indicators,
        "missing": outcome.missing,
        "unconfirmed": outcome.unconfirmed,
        "level": level.by_computed,
        "published_level": level.published,
        "level_agrees": level.agrees,
        "repairs": result.repairs,
        "prices": result.prices,
    }
