"""The sentences of `prongsai verify`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from prongsai.cli.language import translate as _

if TYPE_CHECKING:
    from prongsai.platform.audit.chain import Trouble
    from prongsai.platform.audit.verifying import Verification

MOST_TOLD = 20


def print_found(found: Verification, names: Mapping[int, str]) -> None:
    """Print troubles first, then what a person may want to know, then the sum."""
    for trouble in found.troubles[:MOST_TOLD]:
        click.echo(f"✗ {_chain(trouble.chain, names)}: {_words(trouble)}")
    if len(found.troubles) > MOST_TOLD:
        click.echo(_("... and {count} more").format(count=len(found.troubles) - MOST_TOLD))
    for head in found.restored:
        told = _("was set back to line {line} by a restore of a back-up").format(line=head.last)
        click.echo(f"· {_chain(head.chain, names)}: {told}")
    for head in found.late:
        told = _("lines {first} to {last} were signed late, after an interruption").format(
            first=head.first, last=head.last
        )
        click.echo(f"· {_chain(head.chain, names)}: {told}")
    if found.fresh:
        click.echo("· " + _("{count} lines of the last minute are not signed yet").format(count=found.fresh))
    for chain, (last, line_hash) in sorted(found.ends.items()):
        click.echo(f"  {_chain(chain, names)}: {chain}:{last}:{line_hash[:32]}")
    told = _("{lines} lines in {chains} chains: {verdict}")
    verdict = _("as they were written") if found.sound else _("NOT as they were written")
    click.echo(told.format(lines=f"{found.lines:,}", chains=len(found.ends), verdict=verdict))


def _chain(chain: int, names: Mapping[int, str]) -> str:
    return names.get(chain) or (_("Agency {number}").format(number=chain) if chain else _("Installation"))


def _words(trouble: Trouble) -> str:
    return {
        "changed": _("line {line} was changed"),
        "loose": _("line {line} does not continue the line before it"),
        "gap": _("lines before line {line} are missing"),
        "doubled": _("line {line} stands twice or in a wrong place"),
        "clock": _("the mark of a doubtful time of line {line} was changed"),
        "cut": _("from line {line} on, lines that were signed are missing"),
        "rewritten": _("line {line} is another one than the one that was signed"),
        "unwitnessed": _("line {line} was not signed: the system was interrupted, or somebody added it directly"),
        "forged": _("the signed head of line {line} has a wrong signature"),
    }[trouble.code].format(line=trouble.seq)
