"""What is done with reports, and what other rooms may ask. Every write is one transaction with its line in the log."""

from prongsai.office.reports.composing import Wishes
from prongsai.office.reports.services.learning import Learning, learning_of
from prongsai.office.reports.services.looking_up import content_of, latest_report, signed_report
from prongsai.office.reports.services.making import composed, make_report
from prongsai.office.reports.services.signing import number_report, sign_report
from prongsai.office.reports.services.tracing import Trails, trails_of

__all__ = [
    "Learning",
    "Trails",
    "Wishes",
    "composed",
    "content_of",
    "latest_report",
    "learning_of",
    "make_report",
    "number_report",
    "sign_report",
    "signed_report",
    "trails_of",
]
