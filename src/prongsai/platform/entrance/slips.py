"""What a command prints for somebody who gets in for the first time."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from prongsai.platform.accounts.models import User
from prongsai.platform.supervisor.only_one import running_now


def tell_code(write: Callable[[str], object], user: User, code: str) -> None:
    """Print the page, the login name and the one-time code."""
    asked = urlencode({"agency": user.agency.code if user.agency else "", "name": user.login_name})
    address = f"{_reached_at()}{reverse('use-code')}?{asked}"
    write(_("Open this page of the installation: %(address)s") % {"address": address})
    write(_("Login name: %(name)s") % {"name": user.login_name})
    write(_("One-time code, good for 24 hours: %(code)s") % {"code": code})


def _reached_at() -> str:
    """Give the address of the installation: as set, else where it runs now; empty where neither is known."""
    if settings.OWN_ADDRESS:
        return str(settings.OWN_ADDRESS)
    running = running_now(settings.STATE)
    return f"http://{running.host}:{running.port}" if running else ""
