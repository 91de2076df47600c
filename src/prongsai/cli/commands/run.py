"""`prongsai run`: database, web and worker, until Ctrl-C."""

from __future__ import annotations

import click

from prongsai.cli.computer import refuse_windows
from prongsai.cli.language import translate as _


@click.command(
    "run",
    short_help=_("Start the web application"),
    help=_("Start database, web pages and background work, and keep them alive until Ctrl-C."),
)
@click.option("--host", default="127.0.0.1", help=_("Address to serve on; only this computer unless told otherwise."))
@click.option("--port", type=click.IntRange(1, 65_535), default=8000, help=_("Port to serve on."))
@click.pass_context
def command(ctx: click.Context, host: str, port: int) -> None:
    """Serve until somebody asks to stop."""
    refuse_windows()
    from prongsai.cli.running_words import tell  # noqa: PLC0415
    from prongsai.platform.cluster import state_folder  # noqa: PLC0415
    from prongsai.platform.supervisor.plan import Plan  # noqa: PLC0415
    from prongsai.platform.supervisor.running import run  # noqa: PLC0415

    ctx.exit(run(Plan(state_folder(), host, port), tell))
