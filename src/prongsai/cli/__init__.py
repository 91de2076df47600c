"""The command line: what an officer or a script calls."""

from __future__ import annotations

import sys
from collections.abc import Sequence

REFUSED = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code (see `prongsai --help`)."""
    import click  # noqa: PLC0415 - keeps `import prongsai.cli` free of cost

    from prongsai.cli.app import build_app  # noqa: PLC0415
    from prongsai.cli.language import use_language  # noqa: PLC0415
    from prongsai.config.environment import read_environment  # noqa: PLC0415
    from prongsai.ita.thai.refusal import Refused  # noqa: PLC0415

    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        use_language(_language_option(given) or read_environment().language)
        build_app().main(given, prog_name="prongsai")
    except Refused as refused:
        click.echo(str(refused), err=True)
        sys.exit(REFUSED)


def _language_option(arguments: Sequence[str]) -> str | None:
    """Find `--lang` before the help texts are made; a wrong value is left for click to refuse."""
    for n, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and n + 1 < len(arguments):
            value = arguments[n + 1]
        if value in ("th", "en"):
            return value
    return None
