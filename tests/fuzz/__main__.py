from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from fuzz.campaign import campaign
from fuzz.seeds import KINDS


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> int:
    parser = argparse.ArgumentParser(prog="fuzz", description="Throw spoilt files at every parser.")
    parser.add_argument("--minutes", type=float, default=10, help="minutes for each parser")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", choices=KINDS, action="append", help="only this kind (may be repeated)")
    parser.add_argument("--keep", type=Path, help="folder for the files that must be looked at")
    wish = parser.parse_args()
    failed = 0
    for kind in wish.kind or KINDS:
        outcome = campaign(kind, wish.minutes * 60, wish.seed)
        endings = ", ".join(f"{how} {count}" for how, count in outcome.endings.most_common())
        say(f"{kind}: {outcome.tried} files; {endings}")
        for what in sorted({what for what, _ in outcome.failures}):
            say(f"  {what}")
        failed += len(outcome.failures)
        if outcome.failures:
            folder = wish.keep or Path(tempfile.mkdtemp(prefix="fuzz-"))
            folder.mkdir(parents=True, exist_ok=True)
            for n, (_, data) in enumerate(outcome.failures):
                (folder / f"{kind}-{wish.seed}-{n}").write_bytes(data)
            say(f"  kept in {folder}")
    return 1 if failed else 0


sys.exit(main())
