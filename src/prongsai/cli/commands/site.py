"""`prongsai site`: the public site of an office as files, and the look at any site from outside."""

from __future__ import annotations

from pathlib import Path

import click

from prongsai.cli.fiscal_year import FISCAL_YEAR
from prongsai.cli.language import translate as _
from prongsai.cli.output import print_json


@click.group(
    "site",
    short_help=_("The public site, and the look from outside"),
    help=_("The public site of an office: look at any site from outside as an assessor would."),
)
def command() -> None:
    """Hold the sub-commands together."""


@command.command(
    "export",
    help=_(
        "Write the site of an agency into a folder, new or empty: it works from any web space and from a stick. "
        "The site is made anew first."
    ),
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--agency", default="", help=_("Short code of the agency; not needed where there is one alone."))
@click.pass_context
def export(ctx: click.Context, folder: Path, agency: str) -> None:
    """Export a site, with the database up."""
    from prongsai.cli.commands.manage import command as manage  # noqa: PLC0415

    ctx.invoke(manage, arguments=("export_site", str(folder.absolute()), *(("--agency", agency) if agency else ())))


@command.command(
    "audit",
    help=_(
        "Look at a site from outside: find the page of each OIT item from the main page on, open its files, compare "
        "with what the year asks. TARGET is an address, or a folder with an exported site. An internal estimate."
    ),
)
@click.argument("target")
@click.option("--year", type=FISCAL_YEAR, required=True, help=_("Fiscal year of the assessment."))
@click.option("--agency-name", default="", help=_("Name of the agency that the main page must show."))
@click.option("--pages", type=click.IntRange(1, 2_000), default=200, show_default=True, help=_("Most pages to open."))
@click.option(
    "--minutes",
    type=click.IntRange(1, 60),
    default=10,
    show_default=True,
    help=_("Longest time for all pages and files, in minutes."),
)
@click.option(
    "--allow-loopback", is_flag=True, help=_("Look at a site on this very computer too. For one's own computer alone.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print everything as JSON."))
@click.pass_context
def audit(  # noqa: PLR0917 - click gives every option by name
    ctx: click.Context,
    target: str,
    year: int,
    agency_name: str,
    pages: int,
    minutes: int,
    allow_loopback: bool,
    as_json: bool,
) -> None:
    """Audit a site; exit 1 where something is missing or was not found."""
    from prongsai.cli.site_audits import Wish, audit_target, record_of  # noqa: PLC0415
    from prongsai.cli.site_words import show_audit  # noqa: PLC0415

    found = audit_target(Wish(target, year, agency_name, pages, minutes, allow_loopback), quiet=as_json)
    if as_json:
        print_json(record_of(found))
    else:
        show_audit(found)
    ctx.exit(1 if found.gaps else 0)
