"""Write the pinned, hashed requirements files from pyproject.toml, without any address in them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMPILE = [
    sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11",
    "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-package", "prongsai",
]  # fmt: skip
FILES = {
    "requirements.txt": ["pyproject.toml", "--extra", "build"],
    "requirements-dev.txt": ["pyproject.toml", "--extra", "dev"],
    "requirements-node.txt": ["scripts/node.in"],
}


def main() -> int:
    """Lock each file; stop at an address, which would tie the project to one mirror."""
    for name, sources in FILES.items():
        subprocess.run([*COMPILE, *sources, "--output-file", name], cwd=ROOT, check=True)
        if "://" in (ROOT / name).read_text(encoding="utf-8"):
            print(f"{name} holds an address", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
