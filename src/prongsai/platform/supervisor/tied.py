"""Runs a module as a child of the supervisor: `python -m prongsai.platform.supervisor.tied MODULE ARGUMENT...`.

Several commands of one module, parted by `--then`, run one after the other in the same process, which saves the time of
starting it anew; the first that fails ends it.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Iterator, Sequence

from prongsai.platform.supervisor.lifeline import hold_on, let_the_database_live

THEN = "--then"


def run(module: str, arguments: Sequence[str]) -> None:
    """Run the module for each command, as `python -m MODULE` would."""
    hold_on()
    let_the_database_live()
    for command in commands_of(arguments):
        sys.argv = [module, *command]
        try:
            runpy.run_module(module, run_name="__main__", alter_sys=True)
        except SystemExit as left:
            if left.code:
                raise


def commands_of(arguments: Sequence[str]) -> Iterator[list[str]]:
    """Part arguments at `--then`."""
    command: list[str] = []
    for argument in arguments:
        if argument == THEN:
            yield command
            command = []
        else:
            command.append(argument)
    yield command


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2:])
