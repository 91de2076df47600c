"""What is done with results, and what other rooms may ask. Every write is one transaction with its line in the log."""

from prongsai.office.results.services.confirming import begin_copy, confirm, drop
from prongsai.office.results.services.deciding import accept_line, correct_line
from prongsai.office.results.services.entering import Entered, enter_rows
from prongsai.office.results.services.looking_up import (
    ConfirmedResult,
    confirmed_result,
    papers_read,
    remarks_of,
    scores_of,
    sheets_of,
)
from prongsai.office.results.services.reading import Kept, keep_paper

__all__ = [
    "ConfirmedResult",
    "Entered",
    "Kept",
    "accept_line",
    "begin_copy",
    "confirm",
    "confirmed_result",
    "correct_line",
    "drop",
    "enter_rows",
    "keep_paper",
    "papers_read",
    "remarks_of",
    "scores_of",
    "sheets_of",
]
