"""Taking in a year's framework: sent in a file, looked at, accepted whole or not at all."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from prongsai.ita.catalogue import Framework, from_yaml, to_yaml
from prongsai.office.rounds.models import LoadedFramework
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.agency.models import Agency
from prongsai.platform.audit.services import record
from prongsai.platform.ui.refusals import Conflict


def is_alone(acting: Acting) -> bool:
    """Say whether a change of the frameworks, on which every agency of the installation works, is nobody else's matter.

    So it is for who runs the installation, and for an agency beside which no other real one is here.
    """
    if acting.agency is None:
        return True
    return not Agency.objects.filter(closed=None, demo_today=None).exclude(pk=acting.agency.pk).exists()


def may_load(acting: Acting) -> bool:
    """Say whether somebody may take frameworks in: coordinator and administrator, where that is their own matter."""
    return acting.has(Role.COORDINATOR, Role.SYSTEM_ADMIN) and is_alone(acting)


@transaction.atomic
def keep_framework(*, acting: Acting, file_name: str, framework: Framework) -> LoadedFramework:
    """Keep a framework that was read until somebody has looked at it."""
    waiting = LoadedFramework.objects.create(
        fiscal_year=framework.year, file_name=file_name[:200], content=to_yaml(framework), made_by=acting.actor
    )
    record(acting, "rounds.framework_sent", thing=waiting, figures={"year": framework.year})
    return waiting


@transaction.atomic
def accept_framework(*, acting: Acting, waiting: LoadedFramework) -> Framework:
    """Take a framework in: from now on its year works on it. Refuses Conflict where it is no longer waiting.

    The file of the year is written last; if that fails nothing was accepted.
    """
    current = _waiting(waiting)
    framework = from_yaml(current.content, current.file_name)
    current.accepted, current.accepted_by = timezone.now(), acting.actor
    current.save(update_fields=["accepted", "accepted_by"])
    record(acting, "rounds.framework_taken_in", thing=current, figures={"year": current.fiscal_year})
    _place(current)
    return framework


@transaction.atomic
def drop_framework(*, acting: Acting, waiting: LoadedFramework) -> None:
    """Throw away what was sent. Refuses Conflict where it is no longer waiting."""
    current = _waiting(waiting)
    record(acting, "rounds.framework_dropped", thing=current, figures={"year": current.fiscal_year})
    current.delete()


def place_frameworks() -> int:
    """Write the accepted frameworks to the folder where frameworks are looked for; give how many were written.

    The folder is a copy: after a restore, or on another machine, it is filled again from the database.
    """
    return sum(_place(kept) for kept in LoadedFramework.objects.holding())


def _place(kept: LoadedFramework) -> bool:
    folder: Path = settings.CATALOGUE_FOLDER
    path = folder / f"{kept.fiscal_year}.yaml"
    if path.is_file() and path.read_text(encoding="utf-8") == kept.content:
        return False
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".part")
    unfinished.write_text(kept.content, encoding="utf-8")
    unfinished.replace(path)
    return True


def _waiting(waiting: LoadedFramework) -> LoadedFramework:
    current = LoadedFramework.objects.select_for_update().waiting().filter(pk=waiting.pk).first()
    if current is None:
        raise Conflict(_("Somebody has accepted this framework, or thrown it away, before you."))
    return current
