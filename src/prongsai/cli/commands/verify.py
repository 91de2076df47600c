"""`prongsai verify`: whether the log of deeds is still what was written."""

from __future__ import annotations

from collections.abc import Sequence

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_json


@click.command(
    "verify",
    short_help=_("Check that nobody changed the log of deeds"),
    help=_(
        "Compare every line of the log of deeds with its chain and with the signed heads outside the database. "
        "Nothing is changed."
    ),
)
@click.option(
    "--head", "marks", multiple=True, metavar="MARK", help=_("Compare also with the mark on a printed and filed sheet.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
@click.pass_context
def command(ctx: click.Context, marks: Sequence[str], as_json: bool) -> None:
    """Print what was found; exit code 1 where something is wrong."""
    from prongsai.cli.verify_words import print_found  # noqa: PLC0415
    from prongsai.platform.audit.whole import verify_installation  # noqa: PLC0415
    from prongsai.platform.cluster import cluster, state_folder  # noqa: PLC0415

    state = state_folder()
    with cluster(state) as server:
        found, names = verify_installation(server.address("backup"), state, marks)
    if as_json:
        troubles = [{"code": one.code, "chain": one.chain, "line": one.seq} for one in found.troubles]
        print_json({"lines": found.lines, "chains": len(found.ends), "fresh": found.fresh, "troubles": troubles})
    else:
        print_found(found, names)
    ctx.exit(0 if found.sound else 1)
