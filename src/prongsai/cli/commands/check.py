"""`prongsai check`: what in a paper a person should look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_json

if TYPE_CHECKING:
    from prongsai.ita.analysis import CheckFinding

MANY = 3
"""More findings of one kind than this are shown together."""

MARKS = {"problem": "●", "doubt": "○", "hint": "·"}


@click.command(
    "check",
    short_help=_("Check papers"),
    help=_(
        "Check papers against themselves, the years they speak of, and the other papers of their agency. "
        "Nothing is corrected."
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Print the findings as a JSON list."))
@click.pass_context
def command(ctx: click.Context, files: Sequence[Path], as_json: bool) -> None:
    """Check papers; exit 1 where figures or facts contradict each other."""
    from prongsai.cli.papers import read_papers  # noqa: PLC0415
    from prongsai.cli.years import framework_of, presumption, same_code  # noqa: PLC0415
    from prongsai.ita.analysis import check_together  # noqa: PLC0415

    together = check_together(read_papers(files), framework_of, presumption(), same_code)
    found = list(zip(files, together, strict=True))
    if as_json:
        several = len(files) > 1
        print_json([_record(entry, file if several else None) for file, entries in found for entry in entries])
    else:
        for file, entries in found:
            show_findings(file, entries)
    if any(entry.severity == "problem" for _file, entries in found for entry in entries):
        ctx.exit(1)


def show_findings(file: Path, findings: Sequence[CheckFinding]) -> None:
    """Print the findings of one paper, the weightiest first, each with how to settle it; many of a kind as one."""
    print_heading(_("{file}: {count} matters to look at").format(file=file.name, count=len(findings)))
    kinds: dict[tuple[str, str, str], list[CheckFinding]] = {}
    for finding in findings:
        kinds.setdefault((finding.severity, finding.code, finding.settle), []).append(finding)
    for alike in kinds.values():
        if len(alike) > MANY:
            show_kind(alike)
        else:
            for finding in alike:
                show_finding(finding)


def show_finding(finding: CheckFinding) -> None:
    """Print one finding: what, where, how to settle it."""
    from prongsai.ita.analysis import place_in_words  # noqa: PLC0415

    click.echo(f"  {MARKS[finding.severity]} {finding.message}")
    click.secho(f"      {place_in_words(finding.where)} · {finding.code}", dim=True)
    click.echo("      " + _("to settle: {way}").format(way=finding.settle))


def show_kind(alike: Sequence[CheckFinding]) -> None:
    """Print many findings of one kind as one: the sentence of the first, how many there are, what was found in each."""
    from prongsai.ita.analysis import place_in_words, value_in_words  # noqa: PLC0415

    first = alike[0]
    how_many = _("{count} places alike").format(count=len(alike))
    click.echo(f"  {MARKS[first.severity]} {first.message} ({how_many} · {first.code})")
    told = [(entry.found or place_in_words(entry.where), entry.expected) for entry in alike]
    words = [value_in_words(found) + (f" → {value_in_words(wanted)}" if wanted else "") for found, wanted in told]
    click.echo("      " + ", ".join(words))
    click.echo("      " + _("to settle: {way}").format(way=first.settle))


def _record(finding: CheckFinding, file: Path | None) -> dict[str, object]:
    record = asdict(finding)
    return record if file is None else {"file": file.name, **record}
