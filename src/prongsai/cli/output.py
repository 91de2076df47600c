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


def print_json(data: object) -> None:
    """Print data as one JSON value: records as objects, scores as numbers, days as ISO dates."""
    click.echo(json.dumps(_plain(data), ensure_ascii=False, indent=1))


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]], *, numeric: Sequence[int] = ()) -> None:
    """Print a table that fits the terminal; columns numbered in `numeric` are set to the right."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - a thirtieth of a second that JSON does not need
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n in numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else 110, highlight=False).print(table)


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
