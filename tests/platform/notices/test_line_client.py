"""The two calls of LINE, against a server that answers as told."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest

from prongsai.platform.notices.channels.line_client import LONGEST_TEXT, LineClient
from prongsai.platform.notices.channels.outcomes import Failure, Never, NotAccepted, Unknown


@pytest.fixture
def client(line) -> LineClient:
    return LineClient(line.address, "token", timeout=0.5)


def test_a_push_carries_its_key_and_its_token(client, line):
    key = uuid4()
    client.push("U1", "มีเรื่องใหม่", key)
    (told,) = line.asked
    assert told["body"] == {"to": "U1", "messages": [{"type": "text", "text": "มีเรื่องใหม่"}]}
    assert told["headers"]["X-Line-Retry-Key"] == str(key)
    assert told["headers"]["Authorization"] == "Bearer token"


def test_a_reply_has_no_key_since_line_would_refuse_one(client, line):
    client.reply("r1", "เชื่อมแล้ว")
    (told,) = line.asked
    assert told["path"] == "/v2/bot/message/reply"
    assert "X-Line-Retry-Key" not in told["headers"]


def test_a_message_that_was_taken_before_counts_as_taken(client, line):
    key = uuid4()
    client.push("U1", "หนึ่ง", key)
    client.push("U1", "หนึ่ง", key)
    assert len(line.texts) == 1


@pytest.mark.parametrize(
    ("status", "failure", "trouble", "stops"),
    [
        (400, Never, "refused", False),
        (401, NotAccepted, "token", True),
        (403, NotAccepted, "token", True),
        (404, Never, "refused", False),
        (429, NotAccepted, "quota", True),
        (500, Unknown, "server", True),
        (503, Unknown, "server", True),
        (599, Unknown, "lost", True),
        (302, Never, "refused", False),
    ],
)
def test_each_status_says_whether_it_may_be_tried_again(client, line, status, failure, trouble, stops):
    line.answers = [status]
    with pytest.raises(Failure) as failed:
        client.push("U1", "หนึ่ง", uuid4())
    assert (type(failed.value), failed.value.trouble, failed.value.stops_channel) == (failure, trouble, stops)
    assert len(line.asked) == 1


def test_a_server_that_hangs_is_left_after_the_time_out(client, line):
    line.hangs = True
    began = time.monotonic()
    with pytest.raises(Unknown):
        client.push("U1", "หนึ่ง", uuid4())
    assert time.monotonic() - began < 3


def test_a_server_that_is_not_there_took_nothing():
    with pytest.raises(NotAccepted, match="server"):
        LineClient("http://127.0.0.1:1", "token").push("U1", "หนึ่ง", uuid4())


def test_a_text_too_long_for_line_is_cut(client, line):
    client.push("U1", "ก" * 6000, uuid4())
    assert len(line.texts[0]) == LONGEST_TEXT
    assert line.texts[0].endswith("…")


def test_the_token_is_never_shown(client):
    assert "token" not in repr(client).replace("LineClient", "")
