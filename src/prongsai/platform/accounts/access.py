"""Who may ask for a page. A view without one of these decorators fails the access matrix."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Protocol, cast

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from prongsai.platform.accounts.acting import Acting, acting_as
from prongsai.platform.accounts.models import Role, User
from prongsai.platform.tenancy.speaker import speaking


class StaffRequest(HttpRequest):
    """A request whose asker is known."""

    acting: Acting


class View(Protocol):
    """A view that says who may ask for it."""

    allowed_roles: frozenset[Role] | None

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer."""
        ...


def for_roles(*roles: Role, by_link: bool = False) -> Callable[[Callable[..., HttpResponse]], View]:
    """Let accounts with one of the roles in, and speak for their agency meanwhile. A stranger gets 404.

    `by_link`: a personal link opens this page too, without a password.
    """

    def decorate(view: Callable[..., HttpResponse]) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user = request.user
            if not isinstance(user, User):
                return redirect_to_login(request.get_full_path())
            acting = acting_as(user, by_link=came_by_link(request))
            if not acting.has(*cast(View, guarded).allowed_roles or ()) or (acting.by_link and not by_link):
                raise Http404
            cast(StaffRequest, request).acting = acting
            with speaking(user.agency_id, actor=acting.actor):
                return view(request, *args, **kwargs)

        cast(View, guarded).allowed_roles = frozenset(roles)
        return cast(View, guarded)

    return decorate


def for_everybody(view: Callable[..., HttpResponse]) -> View:
    """Mark a page that anybody may ask for, without an account."""
    cast(View, view).allowed_roles = None
    return cast(View, view)


def came_by_link(request: HttpRequest) -> bool:
    """Say whether the session was opened by a personal link and so opens only one's own tasks."""
    return bool(request.session.get("by_link"))
