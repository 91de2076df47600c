"""E-mail through a real conversation with a server that takes, refuses, hangs or breaks off."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest

from prongsai.platform.notices.channels.mail import MailSender
from prongsai.platform.notices.channels.outcomes import Failure, Never, NotAccepted, Unknown
from prongsai.platform.notices.composing import Message

MESSAGE = Message("ประชุมชี้แจง", "ห้องประชุมชั้น 2\nครบกำหนด: วันพฤหัสบดีที่ 20 มีนาคม 2568")


def send(address: str = "officer@office.example"):
    key = uuid4()
    MailSender().send(address, MESSAGE, key)
    return key


def test_a_letter_arrives_with_its_thai_words_and_its_key(mail_server):
    key = send()
    (letter,) = mail_server.letters
    assert letter["Subject"] == "ประชุมชี้แจง"
    assert letter.get_content().replace("\r\n", "\n").strip() == MESSAGE.text
    assert str(key) in letter["Message-ID"]
    assert letter["To"] == "officer@office.example"


@pytest.mark.parametrize(
    ("mood", "failure", "trouble", "stops"),
    [
        ("busy", NotAccepted, "later", False),
        ("refuses", Never, "refused", False),
        ("strict", NotAccepted, "sender", True),
        ("cuts", Unknown, "lost", True),
        ("hangs", NotAccepted, "server", True),
    ],
)
def test_each_failure_says_whether_it_may_be_tried_again(mail_server, mood, failure, trouble, stops):
    mail_server.mood = mood
    began = time.monotonic()
    with pytest.raises(Failure) as failed:
        send()
    assert (type(failed.value), failed.value.trouble, failed.value.stops_channel) == (failure, trouble, stops)
    assert time.monotonic() - began < 5


def test_a_server_that_is_not_there_took_nothing(mail_server, settings):
    settings.EMAIL_PORT = 1
    with pytest.raises(NotAccepted, match="server"):
        send()


def test_an_address_that_no_letter_can_have_is_given_up(mail_server):
    with pytest.raises(Never, match="address"):
        send("a@b\nBcc: somebody@else.example")
    assert mail_server.letters == []
