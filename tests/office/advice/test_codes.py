"""The code of an invitation is read however it was copied, and only its own key makes it."""

from __future__ import annotations

import pytest
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from advised_agencies import invitation_code
from prongsai.ita.thai import to_thai
from prongsai.office.advice import services
from prongsai.office.advice.invitation_code import FIGURES, hash_of, read, secret_of_form, written

SECRETS = st.text("0123456789", min_size=FIGURES, max_size=FIGURES)
PARTED = st.text(" -–.\t\u00a0", max_size=2)


@given(st.integers(1, 10**9), SECRETS, PARTED, st.booleans())
def test_a_code_is_read_however_it_is_parted_and_in_thai_figures(office, secret, parting, in_thai):
    typed = written(office, secret).replace("-", parting)
    assert read(to_thai(typed) if in_thai else typed) == (office, secret)


@given(st.text(max_size=100))
def test_whatever_is_typed_is_a_code_or_none(typed):
    told = read(typed)
    assert told is None or (told[0] >= 0 and len(told[1]) == FIGURES and told[1].isdecimal())


@given(st.uuids(), st.uuids())
def test_a_form_gives_always_the_same_figures_and_another_form_others(one, other):
    assert secret_of_form(str(one)) == secret_of_form(str(one))
    assert (secret_of_form(str(one)) == secret_of_form(str(other))) == (one == other)


def test_a_code_stays_good_when_the_key_of_the_installation_changes(here, there, settings):
    code, before = invitation_code(there), settings.SECRET_KEY
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[before]), here.speaks():
        assert services.who_invites(agency=here.agency, typed=code) == there.agency
    with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=[]), here.speaks():
        assert services.who_invites(agency=here.agency, typed=code) is None


@pytest.mark.parametrize("secret", ["0" * FIGURES, "1234567890123456"])
def test_the_hash_tells_nothing_without_the_key(secret):
    assert secret not in hash_of(secret)
    assert hash_of(secret) != hash_of(secret, key="another")
