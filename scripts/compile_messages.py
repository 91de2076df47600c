"""Compile the Thai words of all rooms, or print what a room does not yet say in Thai.

`compile_messages.py` compiles what changed; `compile_messages.py --missing audit` prints the messages of one room that
lack Thai, in the form of a catalogue.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from prongsai.platform.ui.compiling import SOURCE, bring_up_to_date
from prongsai.platform.ui.messages import source_messages, translated


def main(words: list[str]) -> int:
    """Do what the words ask."""
    if words[:1] == ["--missing"] and len(words) == 2:
        return print_missing(words[1])
    for path in bring_up_to_date():
        print(path.relative_to(SOURCE))
    return 0


def print_missing(name: str) -> int:
    """Print the missing messages of a room, its name or its path below the package; 1 where there are any."""
    room = next((place for place in (SOURCE / "platform" / name, SOURCE / name) if place.is_dir()), None)
    if room is None:
        print(f"There is no room {name}.", file=sys.stderr)
        return 2
    missing = Catalog(locale="th")
    for key in sorted(source_messages(room) - translated(room).keys(), key=str):
        context, message = key if isinstance(key, tuple) else (None, key)
        missing.add(message, context=context)
    write_po(sys.stdout.buffer, missing, omit_header=True)
    return 1 if len(missing) else 0


if __name__ == "__main__":
    sys.exit(main([Path(word).as_posix() for word in sys.argv[1:]]))
