"""Who may ask for a page. A view without one of these decorators fails the access matrix."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from prongsai.platform.accounts import second_factor, sessions
from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.tenancy.speaker import speaking
from prongsai.platform.web.once import answer_once

PASSED = "second_factor"


class StaffRequest(HttpRequest):
    """A request whose asker is known."""

    acting: Acting


class View(Protocol):
    """A view that says which roles may ask for it; None where roles do not matter."""

    allowed_roles: frozenset[Role] | None

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer."""
        ...


Guard = Callable[[Callable[..., HttpResponse]], View]


def for_roles(*roles: Role, by_link: bool = False) -> Guard:
    """Let accounts with one of the roles in, and speak for their agency meanwhile. A stranger gets 404.

    `by_link`: a personal link opens this page too, without a password.
    """
    return _guard(frozenset(roles), by_link=by_link)


def for_accounts(*, by_link: bool = False, without_second_factor: bool = False, kiosk: bool = False) -> Guard:
    """Let every account of a person in, whatever its roles: pages about the account itself.

    `without_second_factor`: reached before a second step that the roles demand is set up. `kiosk`: a stand in the hall
    reaches it too; before one stands whoever walks in, to whom its account must not belong.
    """
    return _guard(None, by_link=by_link, without_second_factor=without_second_factor, kiosk=kiosk)


def for_everybody(view: Callable[..., HttpResponse]) -> View:
    """Mark a page that anybody may ask for, without an account."""
    cast(View, view).allowed_roles = None
    return cast(View, view)


def came_by_link(request: HttpRequest) -> bool:
    """Say whether the session was opened by a personal link and so opens only one's own tasks."""
    return bool(request.session.get(sessions.BY_LINK))


def _guard(
    roles: frozenset[Role] | None, *, by_link: bool, without_second_factor: bool = False, kiosk: bool = False
) -> Guard:
    def decorate(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not isinstance(user, User):
                return redirect_to_login(request.get_full_path())
            acting = acting_as(user, by_link=came_by_link(request))
            if acting.by_link and not by_link:
                raise Http404
            if not without_second_factor and _lacks_second_factor(request, acting):
                return redirect("second-factor")
            allowed = cast(View, guarded).allowed_roles
            if user.is_kiosk and not kiosk if allowed is None else not acting.has(*allowed):
                raise Http404
            sessions.note_use(request.session)
            cast(StaffRequest, request).acting = acting
            with speaking(user.agency_id, actor=acting.actor):
                return answer_once(request, lambda: view(request, *args, **kwargs))

        cast(View, guarded).allowed_roles = roles
        return cast(View, guarded)

    return decorate


def _lacks_second_factor(request: HttpRequest, acting: Acting) -> bool:
    """Say whether the roles demand a second step that is not set up. Found once, the session remembers it."""
    if acting.by_link or request.session.get(PASSED) or not second_factor.is_required(acting.user, acting.roles):
        return False
    if second_factor.is_set_up(acting.user):
        request.session[PASSED] = True
        return False
    return True
