"""Login names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.accounts.models.user import username_of
from prongsai.platform.accounts.names import canonical_login_name, parse_login_name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Pimjai", "pimjai"),
        (" pimjai ", "pimjai"),
        ("น\u0e49\u0e4d\u0e32ฝน", "น้ำฝน"),
        ("somchai๒", "somchai2"),
        ("s.d-t_1", "s.d-t_1"),
    ],
)
def test_a_name_is_one_name_however_it_is_typed(typed, name):
    assert parse_login_name(typed) == name


@pytest.mark.parametrize("typed", ["", "a", "two words", "a@b", "a/b", "x" * 61, "<b>", "a\u202eb c"])
def test_signs_that_would_confuse_are_refused(typed):
    with pytest.raises(Refused):
        parse_login_name(typed)


@given(st.text(max_size=80))
def test_reading_a_name_twice_changes_nothing(typed):
    once = canonical_login_name(typed)
    assert canonical_login_name(once) == once


def test_no_name_of_one_agency_is_a_name_of_another(here):
    assert username_of("pimjai", here.agency) == "pimjai@nongkrachang"
    assert username_of("pimjai", None) == "pimjai"
