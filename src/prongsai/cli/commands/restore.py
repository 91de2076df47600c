"""`prongsai restore`: a back-up, or one agency, brought back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from prongsai.cli.language import translate as _
from prongsai.ita.thai.refusal import Refused

if TYPE_CHECKING:
    from prongsai.cli.installation import Installation
    from prongsai.platform.backup.archive import Archive


@click.command(
    "restore",
    short_help=_("Bring a back-up, or one agency, back"),
    help=_(
        "Restore a file of `backup` in the place of everything that is there, or a file of `bundle` into an "
        "installation without agencies. Prongsai must be stopped. Everything is checked beside first; if anything "
        "fails all stays as it was. Afterwards everybody logs in anew."
    ),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help=_("Yes, put it in the place of what is there."))
@click.option("--key", default="", metavar="NAME", help=_("The name of the key that signed it on another computer."))
def command(file: Path, yes: bool, key: str) -> None:
    """Restore it."""
    from prongsai.cli.installation import installation  # noqa: PLC0415
    from prongsai.platform.backup.archive import Archive  # noqa: PLC0415
    from prongsai.platform.backup.manifest import Scope  # noqa: PLC0415
    from prongsai.platform.backup.restoring import refuse_unfit  # noqa: PLC0415

    with Archive(file) as archive:
        _show(archive)
        if not yes:
            raise Refused("YES", "การกู้คืนจะแทนข้อมูลปัจจุบันทั้งหมด หากต้องการทำ สั่งอีกครั้งโดยเพิ่ม --yes")
        with installation(stopped=True, django=True) as here:
            refuse_unfit(archive, here.state, trusted=key.strip().lower())
            if archive.manifest.scope is Scope.AGENCY:
                _bring_in(archive, here)
            else:
                _restore(archive, here)


def _show(archive: Archive) -> None:
    from datetime import datetime  # noqa: PLC0415

    from prongsai.ita.thai import format_date  # noqa: PLC0415
    from prongsai.platform.supervisor.checkup_machine import BANGKOK  # noqa: PLC0415

    manifest = archive.manifest
    made = datetime.fromisoformat(manifest.made).astimezone(BANGKOK)
    when = f"{format_date(made.date(), digits='arabic')} {made:%H:%M}"
    rows = f"{sum(manifest.tables.values()):,}"
    click.echo(
        _("Made {when} by Prongsai {version}: {rows} rows").format(when=when, version=manifest.version, rows=rows)
    )
    if manifest.agency:
        click.echo(_("  only the agency {name}").format(name=manifest.agency["name"]))


def _restore(archive: Archive, here: Installation) -> None:
    from prongsai.platform.backup.restoring import restore_installation  # noqa: PLC0415

    restored = restore_installation(here.server, here.state, archive)
    click.echo(_("Restored, counted and compared. Everybody logs in anew. Start: prongsai run"))
    click.echo(
        _("  what was there before is kept in the database {name} until the next restore").format(name=restored.before)
    )
    if restored.switched_off:
        message = _("  accounts switched off since then, which stay off: {count}")
        click.echo(message.format(count=restored.switched_off))
    if restored.keys:
        click.echo(_("  keys brought back: {names}").format(names=", ".join(restored.keys)))


def _bring_in(archive: Archive, here: Installation) -> None:
    from prongsai.platform.backup.unbundling import bring_in_agency  # noqa: PLC0415

    lost = bring_in_agency(here.server, here.state, archive)
    click.echo(_("The agency is here, counted and compared. Second factors are set up anew. Start: prongsai run"))
    for table, rows in lost.items():
        message = _("  {table}: {rows} rows spoke of somebody outside the agency; that was left out")
        click.echo(message.format(table=table, rows=rows))
