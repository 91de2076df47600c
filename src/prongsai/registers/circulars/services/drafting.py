"""Writing circulars before they go out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from prongsai.platform.accounts.acting import Acting
from prongsai.platform.audit.services import record
from prongsai.platform.files.limited import CleanFile
from prongsai.platform.files.services import attach_files, detach_all
from prongsai.platform.ui.refusals import Conflict
from prongsai.registers.circulars.file_holders import CIRCULAR_FILE
from prongsai.registers.circulars.models import Circular

WRITTEN = ("subject", "words", "unit", "topic", "policy_id", "audience", "audience_units", "audience_people", "due")
"""What a draft says: the fields that `told` may name."""


@transaction.atomic
def add_circular(*, acting: Acting, agency: int, told: Mapping[str, Any], files: Sequence[CleanFile] = ()) -> Circular:
    """Begin a circular as a draft. `told`: values of the fields in `WRITTEN`, as a valid form gives them."""
    circular = Circular(agency_id=agency, made_by=acting.actor, **told)
    circular.save()
    _attach(acting, circular, files)
    record(acting, "circulars.drafted", thing=circular)
    return circular


@transaction.atomic
def save_circular(
    *, acting: Acting, circular: Circular, told: Mapping[str, Any], files: Sequence[CleanFile] = ()
) -> Circular:
    """Write a draft anew. Refuses Conflict once it has gone out."""
    current = draft(circular)
    for name, value in told.items():
        setattr(current, name, value)
    current.save()
    _attach(acting, current, files)
    record(acting, "circulars.draft_saved", thing=current)
    return current


@transaction.atomic
def drop_circular(*, acting: Acting, circular: Circular) -> None:
    """Drop a draft with its files. Refuses Conflict once it has gone out."""
    current = draft(circular)
    detach_all(acting=acting, holder=CIRCULAR_FILE.key, thing=current.pk)
    record(acting, "circulars.draft_dropped", thing=current)
    current.delete()


def draft(circular: Circular) -> Circular:
    """Give a circular locked and read anew. Refuses Conflict where it has gone out."""
    current = locked(circular)
    if not current.is_draft:
        raise Conflict(_("This circular has gone out and cannot be changed. Withdraw it and send a new one."))
    return current


def locked(circular: Circular) -> Circular:
    """Give a circular locked and read anew. Refuses Conflict where somebody dropped it meanwhile."""
    current = Circular.objects.select_for_update(of=("self",)).filter(pk=circular.pk).first()
    if current is None:
        raise Conflict(_("This draft was dropped meanwhile."))
    return current


def _attach(acting: Acting, circular: Circular, files: Sequence[CleanFile]) -> None:
    if files:
        attach_files(acting=acting, agency=circular.agency_id, holder=CIRCULAR_FILE.key, thing=circular.pk, files=files)
