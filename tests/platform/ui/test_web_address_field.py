"""An address is taken where everybody can open it; what leads to one computer or one network is refused."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from prongsai.platform.ui.fields import WebAddressField, formfield
from prongsai.platform.ui.fields.web import is_private

HOME = IPv4Network("127.0.0.0/8")


def refusal(text: str) -> str:
    with pytest.raises(ValidationError) as refused:
        WebAddressField().clean(text)
    return refused.value.code


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("https://nongkrachang.example/ita/o12?year=2568#a", "https://nongkrachang.example/ita/o12?year=2568#a"),
        (" http://www.nongkrachang.example ", "http://www.nongkrachang.example"),
        ("www.nongkrachang.example/o1", "https://www.nongkrachang.example/o1"),
        ("https://เทศบาล.ไทย/ข่าว", "https://เทศบาล.ไทย/ข่าว"),
        ("https://8.8.8.8/", "https://8.8.8.8/"),
        ("https://[2001:4860:4860::8888]/", "https://[2001:4860:4860::8888]/"),
        ("https://localhost.example/", "https://localhost.example/"),
        ("https://nongkrachang.example:8443/a", "https://nongkrachang.example:8443/a"),
    ],
)
def test_what_everybody_can_open_is_taken(typed, stored):
    assert WebAddressField().clean(typed) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "http://127.0.0.1", "http://127.0.0.1:8000/a", "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://2130706433/",
        "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1", "http://0/", "http://0.0.0.0/",
        "http://10.1.2.3/", "http://192.168.1.5/doc", "http://172.16.0.9", "http://169.254.169.254/latest",
        "http://100.64.0.1/", "http://[fe80::1]/", "http://[fd00::1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/",
        "http://localhost", "localhost:8000", "http://LOCALHOST./", "http://a.localhost/", "http://server/share",
        "http://nas.local/", "http://docs.internal/", "http://office.lan", "http://１２７.0.0.1/", "http://127。0。0。1/",
        "file:///C:/a.pdf", "file://server/a.pdf", "https://nongkrachang.example@10.0.0.1/", "https://a:b@x.example/",
    ],
)  # fmt: skip
def test_what_leads_to_one_computer_or_one_network_is_refused(typed):
    assert refusal(typed) == "private"


@pytest.mark.parametrize(
    "typed",
    ["javascript:alert(1)", "ftp://nongkrachang.example/a", "ไม่มี.", "http://", "https://a b.example", "//x.example",
     "http://[::1", "https://x.example:99999/", "data:text/html,a", "mailto:a@b.example"],
)  # fmt: skip
def test_what_is_no_address_is_refused(typed):
    assert refusal(typed) == "invalid"


def test_too_long_an_address_is_refused():
    assert refusal("https://x.example/" + "a" * 500) == "LENGTH"


def test_none_is_an_empty_text():
    assert WebAddressField(required=False).clean(" \u200b") == ""
    assert refusal("") == "required"


@given(st.integers(int(HOME[0]), int(HOME[-1])), st.sampled_from(["{0}", "{0:#x}", "0{0:o}", "dotted", "short"]))
def test_this_computer_is_known_however_its_number_is_written(number, form):
    dotted = str(IPv4Address(number))
    first, rest = dotted.split(".", 1)[0], number % 2**24
    host = {"dotted": dotted, "short": f"{first}.{rest}"}.get(form) or form.format(number)
    assert is_private(f"http://{host}/")


@given(st.text(max_size=60))
def test_any_text_is_taken_or_refused_and_never_breaks(text):
    try:
        stored = WebAddressField(required=False).clean(text)
    except ValidationError:
        return
    assert stored == "" or stored.startswith(("http://", "https://"))
    assert not stored or not is_private(stored)


@pytest.mark.parametrize(("language", "words"), [("th", "ผู้อื่นเปิดดูไม่ได้"), ("en", "everybody")])
def test_the_refusal_says_what_to_give_instead(language, words):
    class Form(forms.Form):
        link = WebAddressField()

    with translation.override(language):
        form = Form({"link": "http://192.168.1.5/doc"})
        assert words in form.errors["link"][0]


def test_the_field_of_a_model_is_ours_too():
    found = formfield(models.URLField("Address", max_length=300, blank=True))
    assert isinstance(found, WebAddressField)
    assert (found.max_length, found.required, found.clean("")) == (300, False, "")
