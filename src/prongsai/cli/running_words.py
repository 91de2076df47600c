"""What `prongsai run` says while it runs."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from prongsai.cli.language import translate as _
from prongsai.platform.supervisor.port import address_of


def tell(event: str, facts: Mapping[str, object]) -> None:
    """Say what happened, at once also where the output goes to a file."""
    if event == "ready":
        _say_ready(facts)
    elif event == "greeting":
        click.echo(str(facts["text"]), nl=False)
    else:
        trouble = event in {"child-ended", "database-down", "database-restarted", "gave-up"}
        click.echo(_sentence(event, facts), err=trouble)
    sys.stdout.flush()


def _say_ready(facts: Mapping[str, object]) -> None:
    address = address_of(str(facts["host"]), int(str(facts["port"])))
    click.echo(_("Prongsai is ready: {address}").format(address=address))
    click.echo(_("Data lie in {folder}").format(folder=facts["state"]))
    click.echo(_("To stop: Ctrl-C"))


def _sentence(event: str, facts: Mapping[str, object]) -> str:
    parts = {"web": _("The web server"), "worker": _("The background worker")}
    name = parts.get(str(facts.get("name")), "")
    sentences = {
        "starting": _("Starting ..."),
        "stopping": _("Stopping: what is running is finished first. Ctrl-C once more hurries."),
        "child-ended": _("{name} ended (status {status}) and is started again.").format(
            name=name, status=facts.get("status")
        ),
        "gave-up": _("{name} ended again and again. Everything is stopped; see the messages above.").format(name=name),
        "database-restarted": _("The database had ended and was started again."),
        "database-down": _("The database does not start and is tried again: {reason}").format(
            reason=facts.get("reason")
        ),
    }
    return sentences[event]
