"""The command with which a person goes on after reading a paper, ready to be copied."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path

from prongsai.cli.language import translate as _
from prongsai.cli.plan_years import has_yearless_scores, names_no_year, plan_year_to_try
from prongsai.ita.papers.reading import Reading

OWN_DOCUMENTS = "my-documents"
"""A folder apart from `out`, where the demo writes: nobody takes an invented paper for the own one."""


def next_step(reading: Reading, file: Path) -> str:
    """Give one sentence: the command that writes the measures paper, or that this paper alone gives none."""
    if not reading.measures and not reading.score_sheets:
        return _("This paper holds neither scores nor measures, so it gives no measures paper by itself.")
    year = plan_year_to_try(reading)
    words = [program_as_called(), "report", shlex.quote(str(file)), "--year", str(year or _("YEAR-OF-MEASURES"))]
    if names_no_year(reading) or has_yearless_scores([reading]):
        words += ["--results-year", _("YEAR-OF-RESULT")]
    words += ["--out", OWN_DOCUMENTS]
    if not reading.agency.name:
        words += ["--agency", _('"NAME OF THE AGENCY"')]
    return _("Next: {command}").format(command=" ".join(words))


def program_as_called() -> str:
    """Give the name by which this program was called, so that what is printed can be copied: `prongsai` or its path."""
    called = sys.argv[0]
    if Path(called).stem != "prongsai" or shutil.which("prongsai") == called:
        return "prongsai"
    return shlex.quote(called)
