"""An act has one form; whatever differs by a letter is another act or none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office.disclosure.acts_of_an_office import act, acts
from prongsai.office.disclosure.log import Act, ActKind, PublishedFile, leaf_of, read_leaf

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
WORDS = st.text(min_size=1, max_size=30).filter(lambda text: text.strip() and text.isprintable())
FILES = st.lists(
    st.builds(PublishedFile, WORDS, st.binary(min_size=32, max_size=32).map(bytes.hex)),
    max_size=4,
    unique_by=lambda file: file.address,
).map(tuple)
ACTS = st.builds(
    Act,
    kind=st.sampled_from(ActKind),
    item=WORDS,
    address=WORDS,
    files=FILES.map(lambda files: tuple(sorted(files, key=lambda file: file.address))),
    published=DAYS,
    post=WORDS,
    received=st.none() | DAYS,
    happened=st.none() | DAYS,
)


def test_the_form_of_a_leaf_never_changes():
    told = Act(
        ActKind.PUBLISH,
        "ita/2568/O26",
        "/ita/2568/o26/",
        (PublishedFile("/a.pdf", "0" * 64),),
        date(2025, 4, 28),
        "ปลัด",
    )
    assert leaf_of(told) == (
        b'{"address":"/ita/2568/o26/","files":[["/a.pdf","' + b"0" * 64 + b'"]],"form":"prongsai.publication-act/1",'
        b'"happened":null,"item":"ita/2568/O26","kind":"publish","post":"\\u0e1b\\u0e25\\u0e31\\u0e14",'
        b'"published":"2025-04-28","received":null}'
    )


@given(ACTS)
def test_an_act_is_read_back_from_its_leaf(told):
    assert read_leaf(leaf_of(told)) == told


@given(ACTS, ACTS)
def test_two_acts_never_share_a_leaf(one, other):
    assert (leaf_of(one) == leaf_of(other)) == (one == other)


def test_the_order_in_which_files_are_named_does_not_matter():
    files = tuple(PublishedFile(f"/{name}.pdf", "a" * 64) for name in "กขค")
    assert leaf_of(replace(act(1), files=files)) == leaf_of(replace(act(1), files=files[::-1]))


@pytest.mark.parametrize("number", range(8))
def test_another_writing_of_the_same_act_is_refused(number):
    told = json.loads(leaf_of(act(number)))
    for written in (
        json.dumps(told),
        json.dumps(told, ensure_ascii=False, sort_keys=True),
        json.dumps({**told, "x": 1}),
    ):
        with pytest.raises(ValueError, match=r"canonical|no act"):
            read_leaf(written.encode())


@pytest.mark.parametrize("leaf", [b"", b"[]", b"null", b"{}", b"\xff", b'{"kind":"burn"}', b'"x"'])
def test_what_is_no_act_is_refused(leaf):
    with pytest.raises(ValueError, match="no act"):
        read_leaf(leaf)


@pytest.mark.parametrize(
    "fault",
    [
        {"item": ""}, {"address": ""}, {"post": "  "}, {"files": (PublishedFile("/a", "0" * 63),)},
        {"files": (PublishedFile("/a", "0" * 64),) * 2}, {"files": (PublishedFile("/a", "A" * 64),)},
    ],
)  # fmt: skip
def test_an_act_that_proves_nothing_is_refused(fault):
    with pytest.raises(ValueError, match=r"act|file"):
        replace(act(1), **fault)


def test_no_person_is_named_in_an_act():
    fields = set(json.loads(leaf_of(acts(1)[0])))
    assert fields == {"address", "files", "form", "happened", "item", "kind", "post", "published", "received"}
