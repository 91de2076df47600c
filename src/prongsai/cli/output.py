"""How the commands speak: JSON for programs, plain lines and tables for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import click

from prongsai.cli.language import translate as _
from prongsai.cli.streams import carries_everything

WIDTH_OF_FILES = 110
"""Places of a line where no terminal says how wide it is."""


def print_json(data: object) -> None:
    """Print data as one JSON value: records as objects, scores as numbers, days as ISO dates."""
    escaped = not carries_everything(sys.stdout.encoding)
    click.echo(json.dumps(_plain(data), ensure_ascii=escaped, indent=1))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: Sequence[int] = ()) -> None:
    """Print a table that fits the terminal; columns numbered in `numeric` are set to the right.

    Cells of a table that is too wide are broken between words; where that is not enough, each cell gets a line with the
    name of its column. A table without rows says that there is nothing.
    """
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - a thirtieth of a second that JSON does not need
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from prongsai.cli.table_text import cells_in_lines  # noqa: PLC0415

    if not rows:
        print_list([_("nothing")])
        return
    console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_FILES, highlight=False)
    lines_between = 3 * (len(columns) - 1) + 2
    fitted = cells_in_lines([columns, *rows], console.width - lines_between)
    if fitted is None:
        _print_records(columns, rows)
        return
    head, *body = fitted
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for n, column in enumerate(head):
        table.add_column(Text(column), justify="right" if n in numeric else "left", overflow="fold")
    for row in body:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _print_records(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    for row in rows:
        click.echo()
        print_list([f"{column}: {cell}" for column, cell in zip(columns, row, strict=True)], mark=" ")


def print_heading(text: str) -> None:
    """Print a heading with a blank line before it."""
    click.echo()
    click.secho(text, bold=True)


def print_list(lines: Sequence[str], *, mark: str = "-") -> None:
    """Print one line each, with a mark before it."""
    for line in lines:
        click.echo(f"  {mark} {line}")


def _plain(data: object) -> object:
    """Give data as JSON knows it, all the way down."""
    if is_dataclass(data) and not isinstance(data, type):
        data = {field.name: getattr(data, field.name) for field in fields(data)}
    if isinstance(data, Mapping):
        return {str(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple | set | frozenset):
        return [_plain(entry) for entry in data]
    return _plain_value(data)


def _plain_value(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Path) else value
