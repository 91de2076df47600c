"""`prongsai doctor`: what is well with an installation, what is not, and what to do."""

from __future__ import annotations

import click

from prongsai.cli.computer import refuse_windows
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_json

MARKS = {"well": "✓", "note": "·", "wrong": "✗"}


@click.command(
    "doctor",
    short_help=_("Say what is wrong with the installation"),
    help=_("Look at programs, data, database, tables and worker, and say what is wrong and what to do."),
)
@click.option("--host", default="127.0.0.1", help=_("Address to look at."))
@click.option("--port", type=click.IntRange(1, 65_535), default=8000, help=_("Port to look at."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
@click.pass_context
def command(ctx: click.Context, host: str, port: int, as_json: bool) -> None:
    """Print the findings as they come; exit code 1 where something is wrong."""
    refuse_windows()
    from itertools import chain  # noqa: PLC0415

    from prongsai.cli.doctor_words import words_of  # noqa: PLC0415
    from prongsai.cli.installation import backups_of  # noqa: PLC0415
    from prongsai.platform.backup.checkup import backup_findings  # noqa: PLC0415
    from prongsai.platform.cluster import state_folder  # noqa: PLC0415
    from prongsai.platform.supervisor.checkup import Verdict, examine  # noqa: PLC0415

    findings, state = [], state_folder()
    for finding in chain(examine(state, host, port), backup_findings(backups_of(state, None), state)):
        findings.append(finding)
        if not as_json:
            click.echo(f"{MARKS[finding.verdict]} {words_of(finding)}")
    wrong = sum(finding.verdict is Verdict.WRONG for finding in findings)
    if as_json:
        print_json([{"code": f.code, "verdict": f.verdict.value, "message": words_of(f)} for f in findings])
    else:
        click.echo(_("{count} to be put right").format(count=wrong) if wrong else _("Everything is well."))
    ctx.exit(1 if wrong else 0)
