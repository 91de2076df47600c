"""The code on the slip: cannot be mixed up, cannot be guessed, is not kept."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import to_thai
from prongsai.registers.cases.tracking_code import (
    LENGTH,
    LETTERS,
    PREFIX,
    code_of_form,
    fits,
    fresh_code,
    hash_of,
    in_groups,
    read_code,
)

CODES = st.text(LETTERS, min_size=LENGTH, max_size=LENGTH)


def test_the_secret_part_has_more_than_sixty_bits():
    assert math.log2(len(set(LETTERS))) * (LENGTH - PREFIX) >= 60


def test_no_letter_looks_like_another():
    assert not set(LETTERS) & set("01OILBSZGVabcdefghijklmnopqrstuvwxyz")


@given(CODES, st.sampled_from([" ", "-", "–", " - ", "\u00a0", "."]), st.booleans())
def test_a_code_is_read_however_it_is_typed(code, parting, small):
    typed = parting.join(code[n : n + 4] for n in range(0, LENGTH, 4))
    assert read_code(to_thai(typed.lower() if small else typed)) == code
    assert read_code(in_groups(code)) == code


@pytest.mark.parametrize("typed", ["", "2A7K", "O0I1-2345-6789-ACDE", "2A7K9MPQTWXY34567", "๒" * 17, "x" * 1_000_000])
def test_what_cannot_be_a_code_is_none(typed):
    assert read_code(typed) == ""


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_without_a_fault(typed):
    assert read_code(typed) == "" or len(read_code(typed)) == LENGTH


def test_a_code_fits_its_hash_and_no_other():
    code, other = fresh_code(), fresh_code()
    assert fits(code, hash_of(code))
    assert not fits(other, hash_of(code))
    assert code not in hash_of(code)


def test_a_code_goes_on_to_fit_after_the_key_was_changed(settings):
    code = fresh_code()
    kept = hash_of(code)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key", [settings.SECRET_KEY]
    assert fits(code, kept)
    settings.SECRET_KEY_FALLBACKS = []
    assert not fits(code, kept)


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_one_form_gives_one_code_and_another_form_another(form, other):
    assert code_of_form(form) == code_of_form(form)
    assert (code_of_form(form) == code_of_form(other)) == (form == other)
    assert set(code_of_form(form)) <= set(LETTERS)


def test_codes_are_spread_evenly_over_the_letters():
    codes = [fresh_code() for _ in range(3_000)] + [code_of_form(str(n)) for n in range(3_000)]
    counts = Counter("".join(codes))
    expected = len(codes) * LENGTH / len(LETTERS)
    assert sum((count - expected) ** 2 / expected for count in counts.values()) < 65  # 25 degrees of freedom, p < 0.001
    assert len(set(codes)) == len(codes)
