"""The session engine: keys kept as hashes, 30 minutes without use, 8 hours at most; a kiosk lasts an office day."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

if TYPE_CHECKING:
    from prongsai.platform.accounts.models import AccountSession

IDLE, ABSOLUTE = timedelta(minutes=30), timedelta(hours=8)
KIOSK_DAY, VISITOR_IDLE = timedelta(hours=14), timedelta(seconds=60)
NOTED_EVERY = timedelta(minutes=1)
BEGAN, SEEN, KIOSK, DEVICE, BY_LINK, VISITOR = "began", "seen", "kiosk", "device", "by_link", "visitor"


def hashed(session_key: str | None) -> str:
    """Give what the database keeps of a session key."""
    return hashlib.sha256((session_key or "").encode()).hexdigest()


class SessionStore(DatabaseStore):
    """Sessions of accounts, in the table that lists where each is logged in."""

    @classmethod
    def get_model_class(cls) -> type[AccountSession]:
        """Name the model."""
        from prongsai.platform.accounts.models import AccountSession  # noqa: PLC0415 needs the app registry

        return AccountSession

    def exists(self, session_key: str) -> bool:
        """Say whether a key is taken."""
        return super().exists(hashed(session_key))

    def delete(self, session_key: str | None = None) -> None:
        """End a session; without a key, this one."""
        if key := session_key or self.session_key:
            self.get_model_class().objects.filter(session_key=hashed(key)).delete()

    def create_model_instance(self, data: dict[str, Any]) -> AccountSession:
        """Make the row of the session as it stands."""
        user = data.get(SESSION_KEY)
        if user:
            data.setdefault(BEGAN, timezone.now().timestamp())
        return self.get_model_class()(
            session_key=hashed(self._get_or_create_session_key()),  # type: ignore[attr-defined] # not in the stubs
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            user_id=int(user) if user else None,
            began=_moment(data, BEGAN),
            seen=_moment(data, SEEN),
            by_link=bool(data.get(BY_LINK)),
            device=str(data.get(DEVICE, ""))[:60],
        )

    def get_expiry_date(self, **_: Any) -> datetime:
        """Give the moment at which it ends if not used again."""
        data = self._session  # type: ignore[attr-defined] # not in the stubs
        seen, began = _moment(data, SEEN), _moment(data, BEGAN)
        if data.get(KIOSK):
            return began + KIOSK_DAY
        return min(seen + IDLE, began + ABSOLUTE)

    def get_expiry_age(self, **_: Any) -> int:
        """Give the seconds until then."""
        return max(int((self.get_expiry_date() - timezone.now()).total_seconds()), 0)

    def _get_session_from_db(self) -> AccountSession | None:
        row = self.get_model_class().objects.filter(session_key=hashed(self.session_key)).first()
        if row is not None and row.is_alive(timezone.now()):
            return row
        self._session_key = None
        return None


def begin(session: SessionBase, *, device: str, kiosk: bool, by_link: bool) -> None:
    """Start the clocks of a session when an account enters."""
    now = timezone.now().timestamp()
    session.update({BEGAN: now, SEEN: now, DEVICE: device, KIOSK: kiosk, BY_LINK: by_link})


def note_use(session: SessionBase) -> None:
    """Keep a session in use alive: written once a minute at most. A kiosk forgets a visitor who went away."""
    now = timezone.now()
    unused = now - _moment(session, SEEN)
    if session.get(KIOSK):
        if unused >= VISITOR_IDLE:
            session.pop(VISITOR, None)
        session[SEEN] = now.timestamp()
    elif unused >= NOTED_EVERY:
        session[SEEN] = now.timestamp()


def _moment(data: Any, name: str) -> datetime:
    """Read a clock of the session; one that was never started stands at this moment."""
    kept = data.get(name)
    return datetime.fromtimestamp(kept, UTC) if isinstance(kept, int | float) else timezone.now()
