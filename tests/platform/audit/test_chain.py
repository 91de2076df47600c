"""The law of the chain: what is hashed never changes its form, and every change to a line shows."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from log_of_deeds import do, lines_of
from prongsai.platform.audit.chain import BEGINNING, ChainLine, body_of, canonical, hash_of, read_chain

WORDS = st.text("abcdefghijklmnopqrstuvwxyz0123456789._:-", min_size=1, max_size=20)
FIGURES = st.dictionaries(WORDS, st.integers() | st.booleans() | st.none() | WORDS, max_size=4).map(canonical)
DEEDS = st.lists(st.tuples(WORDS, WORDS, WORDS, FIGURES), min_size=2, max_size=6)


def chain_of(deeds, chain=7):
    """Write a sound chain."""
    lines, before = [], BEGINNING
    for seq, (actor, action, thing, figures) in enumerate(deeds, start=1):
        at = f"2026-11-20T00:00:{seq:02}.000000Z"
        line = ChainLine(chain, seq, at, actor, action, thing, figures, before, b"", clock_went_back=False)
        before = hash_of(line)
        lines.append(line._replace(hash=before))
    return lines


def test_what_is_hashed_is_canonical_json_and_stays_so_for_ever():
    line = chain_of([("user:12", "unit.closed", "agency.unit:3", '{"people":3}')])[0]
    assert body_of(line) == (
        '{"action":"unit.closed","actor":"user:12","at":"2026-11-20T00:00:01.000000Z","chain":7,"figures":{"people":3},'
        f'"previous":"{"00" * 32}","seq":1,"thing":"agency.unit:3"}}'
    )
    assert line.hash == hashlib.sha256(body_of(line).encode()).digest()


@given(DEEDS)
def test_a_chain_that_nobody_touched_has_no_trouble(deeds):
    assert read_chain(7, chain_of(deeds)) == []


@given(DEEDS, st.data())
def test_any_change_of_any_one_field_is_found(deeds, data):
    lines = chain_of(deeds)
    place = data.draw(st.integers(0, len(lines) - 1))
    field = data.draw(st.sampled_from([name for name in ChainLine._fields if name != "chain"]))
    value = getattr(lines[place], field)
    other = {bool: lambda: not value, int: lambda: value + 1, bytes: lambda: bytes(32)[:-1] + b"x"}.get(
        type(value), lambda: value + "1"
    )()
    lines[place] = lines[place]._replace(**{field: other})
    assert read_chain(7, lines)


@given(DEEDS, st.data())
def test_lines_taken_out_or_swapped_are_found(deeds, data):
    lines = chain_of(deeds)
    place = data.draw(st.integers(0, len(lines) - 2))
    assert read_chain(7, lines[:place] + lines[place + 1 :])
    assert read_chain(7, [*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]])


@pytest.mark.django_db
def test_the_database_hashes_as_this_program_does(twins):
    here, _ = twins
    for n in range(5):
        do(here, thing=here.agency if n % 2 else "", figures={"n": n, "word": "a/b+c", "yes": True, "none": None})
    lines = [
        ChainLine(
            here.agency.pk, line.seq, line.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), line.actor, line.action, line.thing,
            line.figures, bytes(line.previous), bytes(line.hash), line.clock_went_back,
        )
        for line in lines_of(here)
    ]  # fmt: skip
    assert len(lines) == 5
    assert read_chain(here.agency.pk, lines) == []
