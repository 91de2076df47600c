"""WeasyPrint as the other way to a PDF: a web page set by an environment of its own."""

from __future__ import annotations

import subprocess

PROGRAM = "import sys; from weasyprint import HTML; sys.stdout.buffer.write(HTML(string=sys.stdin.read()).write_pdf())"


def by_weasyprint(python: str, page: bytes) -> bytes:
    """Convert a web page to PDF by one cold run of WeasyPrint under the Python given."""
    return subprocess.run([python, "-c", PROGRAM], input=page, capture_output=True, check=True).stdout
