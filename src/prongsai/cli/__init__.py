"""The command line: what an officer or a script calls."""

from __future__ import annotations

import sys
from collections.abc import Sequence

REFUSED = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code (see `prongsai --help`)."""
    import click  # noqa: PLC0415 - keeps `import prongsai.cli` free of cost

    from prongsai.cli.app import build_app  # noqa: PLC0415
    from prongsai.cli.file_troubles import refusal_of  # noqa: PLC0415
    from prongsai.cli.language import use_language  # noqa: PLC0415
    from prongsai.cli.streams import let_streams_speak_thai  # noqa: PLC0415
    from prongsai.config.environment import read_environment  # noqa: PLC0415
    from prongsai.ita.thai.refusal import Refused  # noqa: PLC0415

    let_streams_speak_thai()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        language, rest = _language_option(given)
        use_language(language or read_environment().language)
        build_app().main(rest, prog_name="prongsai")
    except Refused as refused:
        click.echo(str(refused), err=True)
        sys.exit(REFUSED)
    except OSError as error:
        click.echo(str(refusal_of(error)), err=True)
        sys.exit(REFUSED)


def _language_option(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Find `--lang`, wherever it stands, before the help texts are made: its value and the arguments without it.

    A wrong or missing value is left for click to refuse.
    """
    for n, argument in enumerate(arguments):
        if argument == "--":
            break
        after = 2 if argument == "--lang" else 1
        value = argument.removeprefix("--lang=") if after == 1 else "".join(arguments[n + 1 : n + 2])
        if argument.startswith("--lang") and value in ("th", "en"):
            return value, [*arguments[:n], *arguments[n + after :]]
    return None, list(arguments)
