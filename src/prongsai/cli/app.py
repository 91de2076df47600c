"""The command `prongsai` and its sub-commands, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from prongsai import __version__
from prongsai.cli.language import translate as _

COMMANDS = (
    "read",
    "check",
    "score",
    "simulate",
    "plan",
    "report",
    "catalogue",
    "site",
    "demo",
    "run",
    "manage",
    "doctor",
    "verify",
    "backup",
    "restore",
    "bundle",
    "update",
)


class Commands(click.Group):
    """A group that finds each command in a module of its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own signature
        """Give the commands in the order of the yearly job."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load a command by its name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"prongsai.cli.commands.{cmd_name}").command
        return command


def build_app() -> click.Command:
    """Build the command line in the language chosen before."""
    app = Commands(
        "prongsai",
        help=_("Integrity and transparency work of a Thai public agency: read, check, analyse, plan, report."),
        epilog=_("Exit codes: 0 done; 1 done, and something should be looked at; 2 wrong usage; 3 input refused."),
        params=[
            click.Option(["--lang"], type=click.Choice(["th", "en"]), help=_("Language of the interface.")),
        ],
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        callback=lambda lang: None,  # noqa: ARG005 - chosen before the help texts were made
    )
    return click.version_option(__version__, message="prongsai %(version)s")(app)
