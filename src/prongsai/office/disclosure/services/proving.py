"""The log of publication for the public, and the proof of some publications: what an outsider needs to check them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from prongsai.office.disclosure.log import SignedHead, exported_log, proof_of_acts, read_leaf, write_log
from prongsai.office.disclosure.log.acts import Act
from prongsai.office.disclosure.log.frontier import Frontier
from prongsai.office.disclosure.log.hashing import leaf_hash
from prongsai.office.disclosure.models import LoggedAct, LogHead, Publication
from prongsai.office.disclosure.services.logging_acts import DEED_OF, as_signed
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.models import Line
from prongsai.platform.audit.services import journal


class LogBroken(Exception):  # noqa: N818 - it tells what is, not what went wrong here
    """The log in the database is not the one whose heads were signed. It is not given out."""


def log_of(agency: Agency) -> dict[str, Any]:
    """Give the whole log with its heads (`log.exported_log`); empty where nothing was ever published.

    Raises LogBroken where acts or heads were changed, taken out or made anew behind our back.
    """
    acts, heads = _acts(agency), heads_of(agency)
    if not acts and not heads:
        return {}
    _compare(acts, heads, agency)
    return exported_log(acts, heads)


def proof_for(publications: Iterable[Publication]) -> dict[str, Any]:
    """Give the proof of all acts on these publications of one agency; empty where there are none. See `log_of`."""
    found = list(publications)
    if not found:
        return {}
    agency = found[0].agency
    wanted = LoggedAct.objects.filter(publication__in=found).values_list("index", flat=True)
    acts, heads = _acts(agency), heads_of(agency)
    _compare(acts, heads, agency)
    return proof_of_acts(acts, wanted, heads)


def proof_file(told: dict[str, Any]) -> bytes:
    """Give a proof or a log as a ZIP file: with the public keys and the script that checks it alone."""
    made = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        write_log(Path(folder), told, journal().signer.public_keys())
        for path in sorted(Path(folder).iterdir()):
            archive.writestr(zipfile.ZipInfo(path.name, (1980, 1, 1, 0, 0, 0)), path.read_bytes())
    return made.getvalue()


def heads_of(agency: Agency) -> list[SignedHead]:
    """Give the heads of the log of an agency, in order of size and time."""
    return as_signed(agency, LogHead.objects.filter(agency=agency).order_by("size", "at"))


def _acts(agency: Agency) -> list[Act]:
    """Give the acts as their leaves tell them; other columns are for reading only."""
    rows = LoggedAct.objects.filter(agency=agency).order_by("index").values_list("index", "leaf")
    try:
        acts = [read_leaf(leaf.encode("ascii")) for _, leaf in rows]
    except ValueError as fault:
        raise LogBroken("an act is not in its one form") from fault
    if [index for index, _ in rows] != list(range(len(acts))):
        raise LogBroken("an act is missing")
    return acts


def _compare(acts: list[Act], heads: list[SignedHead], agency: Agency) -> None:
    """Compare the tree of the acts with every head, and with what the audit's lines tell of it.

    Heads are signed with the key of the installation, which is in no database; the audit's own heads are kept outside
    the database, so that who cuts off the end of this log has to cut the audit too, which `prongsai verify` tells.
    """
    roots, keys = _roots(agency), journal().signer.public_keys()
    for head in heads:
        if roots.get(head.head.size) != head.head.root:
            raise LogBroken(f"the log of {head.head.at} had {head.head.size} other acts")
        if not any(head.genuine(key) for key in keys):
            raise LogBroken(f"the head of {head.head.at} was signed by nobody of ours")
    if not heads or heads[-1].head.size != len(acts):
        raise LogBroken("an act has no head")
    for line in Line.objects.filter(agency=agency, action__in=DEED_OF.values()):
        if roots.get(line.told["act"]) != line.told["root"]:
            raise LogBroken(f"line {line.seq} of the audit tells of other acts")


def _roots(agency: Agency) -> dict[int, str]:
    """Give the root at every size."""
    frontier, roots = Frontier(), {0: Frontier().root().hex()}
    for leaf in LoggedAct.objects.filter(agency=agency).order_by("index").values_list("leaf", flat=True):
        frontier = frontier.append(leaf_hash(leaf.encode("ascii")))
        roots[frontier.size] = frontier.root().hex()
    return roots
