"""Settings from the environment: typed, with a default, loud about a bad value."""

from __future__ import annotations

import pytest

from prongsai.config.environment import read_environment
from prongsai.ita.thai import Refused


@pytest.mark.parametrize(("said", "demo"), [(None, True), ("", True), ("off", False), ("0", False), ("on", True)])
def test_the_demonstration_is_on_unless_switched_off(said, demo):
    assert read_environment({} if said is None else {"PRONGSAI_DEMO": said}).demo is demo


def test_other_switches_are_off_unless_switched_on():
    assert not read_environment({}).https
    assert read_environment({"PRONGSAI_HTTPS": "on"}).https


def test_a_switch_that_is_neither_is_refused():
    with pytest.raises(Refused, match="PRONGSAI_DEMO"):
        read_environment({"PRONGSAI_DEMO": "perhaps"})


def test_no_secret_stands_where_the_settings_are_printed():
    told = {"PRONGSAI_SIGN_ON_SERVER": "https://id.example", "PRONGSAI_SIGN_ON_CLIENT": "prongsai"}
    shown = repr(read_environment(told | {"PRONGSAI_SIGN_ON_SECRET": "quiet-one", "PRONGSAI_SECRET_KEYS": "quiet-two"}))
    assert "prongsai" in shown
    assert "quiet" not in shown
