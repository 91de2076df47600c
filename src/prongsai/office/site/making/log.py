"""The log of publication on the site: for whoever wants to check it, with the keys and the script that does."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils.translation import gettext as _

from prongsai.office.disclosure.log import write_log
from prongsai.office.disclosure.services import LogBroken, log_of
from prongsai.office.site.made import Facts, File, Made, Page
from prongsai.platform.audit.services import journal

TOP = "log/"
log = logging.getLogger(__name__)


def log_pages(facts: Facts) -> Iterator[Made]:
    """Make the page of the log and its files. A log that is not the one that was signed is not given out."""
    if not facts.publications:
        return
    try:
        told = log_of(facts.agency)
    except LogBroken:
        log.exception("The log of publication of agency %s does not stand its check", facts.agency.pk)
        told = {}
    files = list(_files(told)) if told else []
    acts = len(told.get("acts", ()))
    yield Page(
        TOP, _("Log of publication"), "site/log.html",
        {"files": [file.path for file in files], "acts": acts, "heads": told.get("heads", [])[-1:]},
        kind=_("Proof of publication"),
    )  # fmt: skip
    yield from files


def _files(told: dict[str, object]) -> Iterator[File]:
    with TemporaryDirectory() as folder:
        write_log(Path(folder), told, journal().signer.public_keys())
        for path in sorted(Path(folder).iterdir()):
            yield File(f"{TOP}{path.name}", path.read_bytes())
