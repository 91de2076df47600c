"""`prongsai update`: the data brought up to the program that is installed now."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.language import translate as _


@click.command(
    "update",
    short_help=_("Bring the data up to a new version"),
    help=_(
        "After a new version of Prongsai was installed: back up, change a copy of the data, look at it, and only then "
        "use it. Prongsai must be stopped. If anything fails all stays as it was."
    ),
)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path | None) -> None:
    """Update."""
    from prongsai.cli.installation import backups_of, installation  # noqa: PLC0415
    from prongsai.platform.backup.updating import update_installation  # noqa: PLC0415

    with installation(stopped=True, django=True) as here:
        updated = update_installation(here.server, here.state, backups_of(here.state, folder))
    click.echo(_("Up to date: {count} changes of the tables. Start: prongsai run").format(count=updated.migrations))
    click.echo(_("  back-up from before: {file}").format(file=updated.backup))
    click.echo(
        _("  what was there before is kept in the database {name} until the next restore").format(name=updated.before)
    )
