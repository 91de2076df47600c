"""`prongsai bundle`: one agency as a signed file that restores elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.language import translate as _


@click.command(
    "bundle",
    short_help=_("Take one agency out as a file"),
    help=_(
        "Write everything of one agency (by its short code) into a signed file that `restore` brings into an "
        "installation without agencies. It holds accounts, but no second factors and no keys."
    ),
)
@click.argument("agency")
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
def command(agency: str, file: Path | None) -> None:
    """Write it."""
    from prongsai.cli.installation import installation  # noqa: PLC0415
    from prongsai.platform.audit.signing import Signer  # noqa: PLC0415
    from prongsai.platform.audit.whole import FOLDER  # noqa: PLC0415

    target = (file or Path(f"{agency}.agency")).absolute()
    with installation(stopped=False, django=True) as here:
        from prongsai.platform.backup.bundling import bundle_agency  # noqa: PLC0415 the models need Django first

        manifest = bundle_agency(here.server, here.state, agency, target)
        key = Signer(here.state / FOLDER).name
    rows = f"{sum(manifest.tables.values()):,}"
    click.echo(_("{name}: {rows} rows in {file}").format(name=manifest.agency["name"], rows=rows, file=target))
    click.echo(_("  signed by the key {key}: note it down, a restore on another computer asks for it").format(key=key))
    click.echo(_("  it is not encrypted: keep it where only those who may see everything can reach it"))
