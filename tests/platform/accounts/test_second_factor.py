"""Second steps: each code works once, secrets are sealed."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.test import override_settings

from prongsai.ita.thai.digits import to_thai
from prongsai.platform.accounts import second_factor
from prongsai.platform.accounts.models import Role

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def user(here):
    return here.accounts[Role.OFFICER]


def code_at(clock, offset=0):
    return totp.format_hotp_value(totp.hotp_value(SECRET, int(clock.seconds()) // 30 + offset))


@pytest.fixture
def app(user, clock):
    second_factor.add_app(user, SECRET, code_at(clock))
    clock.move(seconds=90)
    return user


def test_the_code_of_this_half_minute_is_taken(app, clock):
    assert second_factor.spend_code(app, code_at(clock)).type == "totp"


@pytest.mark.parametrize("offset", [-1, 0, 1])
def test_a_telephone_may_be_half_a_minute_off(app, clock, offset):
    assert second_factor.spend_code(app, code_at(clock, offset))


@pytest.mark.parametrize("offset", [-3, -2, 2, 3, 1000])
def test_a_code_of_another_time_is_not_taken(app, clock, offset):
    assert second_factor.spend_code(app, code_at(clock, offset)) is None


def test_a_code_works_once(app, clock):
    code = code_at(clock)
    assert second_factor.spend_code(app, code)
    assert second_factor.spend_code(app, code) is None
    clock.move(seconds=31)
    assert second_factor.spend_code(app, code) is None


def test_after_a_later_code_an_earlier_one_is_worth_nothing(app, clock):
    earlier = code_at(clock, -1)
    assert second_factor.spend_code(app, code_at(clock))
    assert second_factor.spend_code(app, earlier) is None


def test_the_code_of_the_set_up_is_used_up(user, clock):
    code = code_at(clock)
    assert second_factor.add_app(user, SECRET, code)
    assert second_factor.spend_code(user, code) is None


@pytest.mark.parametrize("offset", [-2, 2, 500])
def test_an_app_that_shows_another_code_is_not_set_up(user, clock, offset):
    assert second_factor.add_app(user, SECRET, code_at(clock, offset)) is None
    assert not second_factor.is_set_up(user)


@pytest.mark.parametrize("typed", ["{0}", " {0} ", "{1} {2}", "{1}-{2}", "{3}"])
def test_a_code_is_taken_as_people_type_it(app, clock, typed):
    code = code_at(clock)
    assert second_factor.spend_code(app, typed.format(code, code[:3], code[3:], to_thai(code)))


@pytest.mark.parametrize("typed", ["", " ", "abcdef", "١٢٣٤٥٦", "12345", "1234567", "0" * 500, "\u200b", "-" * 6])
def test_what_is_no_code_is_no_code(app, typed):
    assert second_factor.spend_code(app, typed) is None


def test_a_printed_code_works_once_and_the_list_shrinks(user):
    codes = second_factor.new_printed_codes(user)
    assert len(set(codes)) == 20
    assert second_factor.spend_code(user, codes[7])
    assert second_factor.spend_code(user, codes[7]) is None
    assert second_factor.printed_codes_left(user) == 19


def test_a_new_list_ends_the_old_one(user):
    old = second_factor.new_printed_codes(user)
    second_factor.new_printed_codes(user)
    assert all(second_factor.spend_code(user, code) is None for code in old)


def test_ones_code_is_not_anothers(app, here, clock):
    assert second_factor.spend_code(here.accounts[Role.UNIT_HEAD], code_at(clock)) is None


def test_the_database_does_not_show_the_secret(app):
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert SECRET not in kept


def test_after_a_change_of_the_key_the_old_secret_still_opens(app, clock, settings):
    with override_settings(SECRET_KEY="a new one", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert second_factor.spend_code(app, code_at(clock))


@pytest.mark.parametrize("role", list(Role))
def test_the_roles_named_need_a_second_step(here, role):
    needing = {Role.INVESTIGATOR, Role.AUDITOR, Role.COORDINATOR, Role.EXECUTIVE, Role.SYSTEM_ADMIN}
    assert second_factor.is_required(here.accounts[role], {role}) == (role in needing)
