"""The mail server and the own address, read from the environment and loud about a bad value."""

import pytest

from prongsai.config.mail_server import MailServer, read_mail_server, read_own_address
from prongsai.ita.thai.refusal import Refused

FROM = {"PRONGSAI_MAIL_FROM": "ita@office.example"}


def mail(address: str, **more: str) -> MailServer:
    return read_mail_server({"PRONGSAI_MAIL": address, **FROM, **more})


def test_without_a_server_no_mail_is_sent():
    assert not read_mail_server({}).is_set


@pytest.mark.parametrize(
    ("address", "port", "starttls", "tls"),
    [
        ("smtp://mail.example", 25, False, False),
        ("smtp+starttls://mail.example", 587, True, False),
        ("smtps://mail.example", 465, False, True),
        ("smtps://mail.example:2465", 2465, False, True),
    ],
)
def test_the_kind_of_connection_says_port_and_encryption(address, port, starttls, tls):
    read = mail(address)
    assert (read.is_set, read.host, read.port, read.starttls, read.tls) == (True, "mail.example", port, starttls, tls)


def test_name_and_password_are_read_with_their_signs_and_never_shown():
    read = mail("smtps://ita%40office.example:a%2Fb%20ก@mail.example")
    assert (read.user, read.password) == ("ita@office.example", "a/b ก")
    assert "a/b" not in repr(read)


@pytest.mark.parametrize(
    "address", ["mail.example", "http://mail.example", "smtp://", "smtp://h:port", "smtp://h:99999"]
)
def test_an_address_that_is_no_mail_server_is_refused_without_its_password(address):
    with pytest.raises(Refused, match="PRONGSAI_MAIL") as refused:
        mail(address.replace("//", "//user:secret@"))
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("sender", ["", "office", "a@b\r\nBcc: c@d"])
def test_a_sender_that_is_no_address_is_refused(sender):
    with pytest.raises(Refused, match="PRONGSAI_MAIL_FROM"):
        mail("smtps://mail.example", PRONGSAI_MAIL_FROM=sender)


@pytest.mark.parametrize(
    ("told", "read"),
    [("", ""), ("https://ita.example/", "https://ita.example"), ("http://10.0.0.5:8000", "http://10.0.0.5:8000")],
)
def test_the_own_address_has_no_slash_at_its_end(told, read):
    assert read_own_address({"PRONGSAI_ADDRESS": told}) == read


@pytest.mark.parametrize(
    "told", ["ita.example", "ftp://ita.example", "https://", "https://a@ita.example", "https://x/?a=1"]
)
def test_an_own_address_that_no_browser_opens_is_refused(told):
    with pytest.raises(Refused, match="PRONGSAI_ADDRESS"):
        read_own_address({"PRONGSAI_ADDRESS": told})
