"""Prints model pages of OIT items for a person: sections, the elements they answer, and what to write for none."""

from __future__ import annotations

from collections.abc import Sequence

import click

from prongsai.cli.language import translate as _
from prongsai.cli.output import print_heading, print_list, print_table
from prongsai.ita.catalogue.pages import MarkedElement, ModelPage, ModelSection, ModelTable

WIDEST_TABLE = 5
"""A table of more columns is printed row by row, a line for each cell: a terminal is narrow."""


def print_page(page: ModelPage) -> None:
    """Print one page."""
    click.secho(f"{page.code} {page.item_title or ''} ({page.year})", bold=True)
    click.echo(page.label)
    click.echo(page.office)
    click.echo()
    click.secho(page.title, bold=True)
    for number, section in enumerate(page.sections, start=1):
        _print_section(number, section)
    if page.unanswered:
        print_heading(_("Elements without a section here"))
        _print_elements(page.unanswered)
    click.echo()
    click.echo(_("✓ established element · ? unconfirmed"))


def print_pages(pages: Sequence[ModelPage]) -> None:
    """Print the list of a year's pages."""
    rows = [[page.code, page.item_title or page.title, _mark(page.confirmed)] for page in pages]
    print_table([_("Code"), _("Title"), _("Trust")], rows)


def _print_section(number: int, section: ModelSection) -> None:
    print_heading(f"{number}. {section.heading}")
    _print_elements(section.elements)
    for text in section.text:
        click.echo(f"    {text}")
    if section.table:
        _print_table(section.table)
    if section.note:
        click.echo("    " + _("Advice: {text}").format(text=section.note))
    if section.none_text:
        click.echo("    " + _("Where there is nothing: {text}").format(text=section.none_text))


def _print_elements(elements: Sequence[MarkedElement]) -> None:
    for element in elements:
        print_list([element.text], mark=_mark(element.confirmed))


def _print_table(table: ModelTable) -> None:
    if len(table.columns) <= WIDEST_TABLE:
        print_table(table.columns, table.rows)
        return
    for row in table.rows:
        for column, cell in zip(table.columns, row, strict=True):
            click.echo(f"      {column}: {cell}")


def _mark(confirmed: bool) -> str:
    return "✓" if confirmed else "?"
