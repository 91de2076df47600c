"""`prongsai backup`: the whole installation as one verified file."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_json

KEEP = 35


@click.command(
    "backup",
    short_help=_("Back everything up"),
    help=_(
        "Write database, files and signed heads of the log into one file of a folder, read it again, and keep the "
        "newest good ones. It may be done while people work. Good ones are never replaced by a bad one."
    ),
)
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--keep", type=click.IntRange(1), default=KEEP, show_default=True, help=_("How many to keep."))
@click.option("--with-keys", is_flag=True, help=_("Put the secret keys in too; then lock the file away."))
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
@click.pass_context
def command(ctx: click.Context, folder: Path | None, keep: int, with_keys: bool, as_json: bool) -> None:
    """Make it; exit code 1 where it holds suspiciously little."""
    from prongsai.cli.installation import backups_of, installation  # noqa: PLC0415
    from prongsai.platform.backup.making import make_backup  # noqa: PLC0415

    with installation(stopped=False, django=False) as here:
        made = make_backup(here.server, here.state, backups_of(here.state, folder), keep=keep, with_keys=with_keys)
    rows, size = sum(made.manifest.tables.values()), made.path.stat().st_size
    if as_json:
        told = {"file": str(made.path), "rows": rows, "bytes": size, "key": made.key, "removed": len(made.removed)}
        print_json({**told, "shrunk": bool(made.shrunk), "damaged": made.damaged})
    else:
        click.echo(_("Back-up made and verified: {file}").format(file=made.path))
        click.echo(_("  {rows} rows, {size} MB").format(rows=f"{rows:,}", size=f"{size / 1e6:,.1f}"))
        click.echo(
            _("  signed by the key {key}: note it down, a restore on another computer asks for it").format(key=made.key)
        )
        if not with_keys:
            click.echo(_("  secret keys are not in it; after a restore elsewhere everybody logs in anew"))
        click.echo(_("  it is not encrypted: keep it where only those who may see everything can reach it"))
        if made.removed:
            click.echo(_("  old ones removed: {count}").format(count=len(made.removed)))
    if made.shrunk:
        before, now = made.shrunk
        message = _("! It has {now} rows, the one before had {before}. Nothing old was removed. Look why.")
        click.echo(message.format(now=f"{now:,}", before=f"{before:,}"), err=True)
    for name in made.damaged:
        click.echo(
            _("! The stored file {name} is damaged; look at the disk. Older back-ups were kept.").format(name=name),
            err=True,
        )
    ctx.exit(1 if made.shrunk or made.damaged else 0)
