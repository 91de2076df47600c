"""A fiscal year as a person types it after an option or for an argument."""

from __future__ import annotations

import click

from prongsai.ita.thai.refusal import Refused


class FiscalYear(click.ParamType[int]):
    """A Buddhist-era year, as Thai or Arabic figures; anything else is wrong usage, with the year it may mean."""

    name = "year"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Give the year as a number."""
        from prongsai.ita.thai import parse_year  # noqa: PLC0415 - kept out of the help

        try:
            return parse_year(str(value))
        except Refused as refused:
            self.fail(refused.message, param, ctx)


FISCAL_YEAR = FiscalYear()
