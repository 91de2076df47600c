"""An address leads to the open internet or nowhere, however it is written and wherever it leads on to."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace
from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fake_site import fake_site
from prongsai.office.disclosure.reaching import Limits, NotReached, Reach, Why, clean_address, is_public


@pytest.fixture
def site():
    with fake_site() as site:
        yield site


HERE = Reach(loopback=True)


def why_of(reach: Reach, address: str) -> Why:
    with pytest.raises(NotReached) as refused:
        reach.fetch(address)
    return refused.value.why


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://nong.example/", "javascript:alert(1)", "gopher://nong.example/", "//nong.example/",
        "http://", "http://user:secret@nong.example/", "http://nong.example:25/", "http://nong.example:22/",
        "http://nong.example/\r\nX: y", "http://nong.example\\@127.0.0.1/", "http://nong.example:99999/",
        "http://[::1", "http://nong example/", f"http://nong.example/{'a' * 2_001}",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_refused(address):
    assert why_of(HERE, address) is Why.BAD_ADDRESS


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "10.0.0.8", "192.168.1.1", "172.16.0.1", "169.254.169.254",
        "[fe80::1]", "[fd00::1]", "0.0.0.0", "224.0.0.1", "100.64.0.1",
    ],
)  # fmt: skip
def test_addresses_of_private_networks_are_never_asked(host, site):
    assert why_of(Reach(), f"http://{host}:{site.port}/") in (Why.NOT_PUBLIC, Why.NO_SUCH_HOST)
    assert site.asked == []


def test_a_name_that_leads_also_to_a_private_machine_is_refused(site):
    reach = Reach(resolver=lambda _host, _port: ["9.9.9.9", "10.0.0.8"])
    assert why_of(reach, "http://nong.example/") is Why.NOT_PUBLIC


def test_a_name_is_resolved_once_so_that_it_cannot_lead_elsewhere_afterwards(site):
    answers = [["127.0.0.1"], ["10.0.0.8"]]
    site.puts("/", "หน้าแรก", "")
    reach = Reach(resolver=lambda _host, _port: answers.pop(0), loopback=True)
    assert reach.fetch(f"http://nong.example:{site.port}/").is_there
    assert answers == [["10.0.0.8"]]


def test_each_redirect_is_looked_at_anew(site):
    site.leads = {"/a": "http://10.0.0.8/", "/b": "file:///etc/passwd", "/c": "/c", "/d": "/e"}
    site.puts("/e", "หน้า", "")
    assert why_of(HERE, f"{site.address}/a") is Why.NOT_PUBLIC
    assert why_of(HERE, f"{site.address}/b") is Why.BAD_ADDRESS
    assert why_of(HERE, f"{site.address}/c") is Why.REDIRECTS
    assert HERE.fetch(f"{site.address}/d").address == f"{site.address}/e"


def test_a_site_that_sends_a_letter_now_and_then_is_left_in_time(site):
    site.pages["/"], site.drips = "x" * 500, 0.05
    begun = time.monotonic()
    assert why_of(replace(HERE, limits=Limits(seconds=0.4)), site.address) is Why.TOO_SLOW
    assert time.monotonic() - begun < 3


def test_a_large_body_is_cut_and_a_packed_one_is_not_unpacked_without_end(site):
    small = replace(HERE, limits=Limits(bytes=1_000))
    site.pages["/"] = "ก" * 5_000
    assert (len(small.fetch(site.address).body), small.fetch(site.address).cut) == (1_000, True)
    site.pages["/"], site.headers = gzip.compress(b"0" * 50_000_000), {"Content-Encoding": "gzip"}
    packed = small.fetch(site.address)
    assert (packed.body, packed.cut) == (b"0" * 1_000, True)


def test_an_error_page_is_an_answer_and_a_dead_port_is_none(site):
    assert (HERE.fetch(f"{site.address}/none").status, HERE.fetch(f"{site.address}/none").is_there) == (404, False)
    assert why_of(HERE, "http://127.0.0.1:9/") in (Why.NO_ANSWER, Why.BAD_ADDRESS)


def test_thai_letters_are_sent_as_bytes_and_a_page_is_read_as_visitors_see_it(site):
    site.puts("/%E0%B8%82%E0%B9%89%E0%B8%AD", "ข้อ", '<a href="/ก">ไป</a>')
    page = HERE.fetch(f"{site.address}/ข้อ#ล่าง").page
    assert page is not None
    assert (page.title, page.links[0].words) == ("ข้อ", "ไป")
    assert clean_address("http://เว็บ.example/ข้อ") == "http://xn--r3cz4e3a.example/%E0%B8%82%E0%B9%89%E0%B8%AD"


@given(st.integers(0, 2**32 - 1))
def test_a_number_is_as_public_behind_ipv6_as_it_is_alone(number):
    plain = IPv4Address(number)
    forms = (0xFFFF << 32 | number, int(IPv6Address("64:ff9b::")) | number, 0x2002 << 112 | number << 80)
    assert {is_public(str(IPv6Address(form))) for form in forms} == {is_public(str(plain))}
