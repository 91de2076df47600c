"""Signing a policy in tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cast import Office
from prongsai.platform.accounts.acting import Acting
from prongsai.platform.accounts.models import Role
from prongsai.platform.files.limited import CleanFile
from prongsai.registers.policies import services
from prongsai.registers.policies.models import PolicyVersion


def sign(here: Office, version: PolicyVersion, acting: Acting, scan: Sequence[CleanFile], day: date) -> None:
    services.put_in_force(
        acting=acting, version=version, signer=here.people[Role.EXECUTIVE], signed=day, since=day, scan=scan
    )


def anew(version: PolicyVersion) -> PolicyVersion:
    return PolicyVersion.objects.select_related("policy__unit").get(pk=version.pk)
