"""`prongsai manage`: Django's own commands, with the database server up and as the right account."""

from __future__ import annotations

import click

from prongsai.cli.computer import refuse_windows
from prongsai.cli.language import translate as _

OWNER_COMMANDS = {"migrate", "createcachetable", "flush"}
"""What makes, changes or empties tables works as their owner; everything else as the application."""


@click.command(
    "manage",
    short_help=_("Run a command of Django"),
    help=_("Run a command of Django's manage.py with the database up, for example: prongsai manage check"),
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run it in this process."""
    import os  # noqa: PLC0415
    import runpy  # noqa: PLC0415
    import sys  # noqa: PLC0415

    refuse_windows()
    from prongsai.cli.stop_signal import leaving_on_sigterm  # noqa: PLC0415
    from prongsai.platform.cluster import DATABASE, cluster, make_state_folder, state_folder  # noqa: PLC0415
    from prongsai.platform.supervisor.plan import MANAGE, variables_of  # noqa: PLC0415

    state = state_folder()
    make_state_folder(state)
    account = "owner" if arguments and arguments[0] in OWNER_COMMANDS else "app"
    with leaving_on_sigterm(), cluster(state) as server:
        server.ensure_database(DATABASE)
        variables = variables_of(state, server, account)
        os.environ.update(variables)
        for name in (name for name, value in variables.items() if not value):
            del os.environ[name]
        sys.argv = ["prongsai manage", *arguments]
        runpy.run_module(MANAGE, run_name="__main__", alter_sys=False)
