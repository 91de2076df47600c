"""The two calls of the LINE Messaging API that we need.

Source: developers.line.biz, Messaging API reference: push and reply messages, retry key, status codes.
"""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from uuid import UUID

from prongsai.platform.notices.channels.outcomes import Never, NotAccepted, Unknown

LONGEST_TEXT = 5_000
TIMEOUT = 10.0


@dataclass(frozen=True, slots=True)
class LineClient:
    """Speaks for one official account to the API at `base` (`https://host[:port]`). The token is never shown."""

    base: str
    token: str = field(repr=False)
    timeout: float = TIMEOUT

    def push(self, to: str, text: str, key: UUID) -> None:
        """Send a text. The same key sends once however often it is tried (409: it was taken before).

        Raises NotAccepted, Unknown, Never.
        """
        body: dict[str, object] = {"to": to, "messages": [_text(text)]}
        self._post("/v2/bot/message/push", body, {"X-Line-Retry-Key": str(key)})

    def reply(self, reply_token: str, text: str) -> None:
        """Answer an event; possible once, and for about a minute. Raises NotAccepted, Unknown, Never."""
        self._post("/v2/bot/message/reply", {"replyToken": reply_token, "messages": [_text(text)]}, {})

    def _post(self, path: str, body: dict[str, object], headers: dict[str, str]) -> None:
        connection = self._connection()
        try:
            connection.connect()
        except OSError as error:
            raise NotAccepted("server", stops_channel=True) from error
        told = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", **headers}
        try:
            connection.request("POST", path, json.dumps(body).encode(), told)
            status = connection.getresponse().status
        except (OSError, http.client.HTTPException) as error:
            raise Unknown("lost", stops_channel=True) from error
        finally:
            connection.close()
        _look_at(status)

    def _connection(self) -> http.client.HTTPConnection:
        parts = urlsplit(self.base)
        kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
        return kind(parts.hostname or "", parts.port, timeout=self.timeout)


def _text(text: str) -> dict[str, str]:
    return {"type": "text", "text": text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1]}…"}


def _look_at(status: int) -> None:
    """Raise what a status means, nothing where the message was taken."""
    if status in (200, 409):
        return
    if status in (401, 403):
        raise NotAccepted("token", stops_channel=True)
    if status == 429:
        raise NotAccepted("quota", stops_channel=True)
    if status >= 500:
        raise Unknown("server", stops_channel=True)
    raise Never("refused")
