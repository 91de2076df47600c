"""LibreOffice as the other way to a PDF: a Word file converted in a profile of its own."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path


def by_office(office: str, word: bytes) -> bytes:
    """Convert a Word file to PDF by one cold run of LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.docx")
        source.write_bytes(word)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)]
        subprocess.run(command, capture_output=True, check=True)
        return Path(folder, "paper.pdf").read_bytes()
