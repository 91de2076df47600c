"""The signing key is made once, kept from others' eyes, and can be changed without breaking what it signed."""

import stat
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import signing

from prongsai.config.secret_keys import keys_of, rotate


def test_the_first_start_makes_a_key_that_only_its_owner_reads(tmp_path):
    (key,) = keys_of(tmp_path / "state")
    kept = tmp_path / "state" / "secret-keys"
    assert len(key) >= 64
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_a_second_start_takes_the_same_key(tmp_path):
    assert keys_of(tmp_path) == keys_of(tmp_path)


def test_many_first_starts_at_once_agree_on_one_key_and_leave_nothing_else(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(lambda _: keys_of(tmp_path), range(40)))) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret-keys"]


def test_after_a_change_of_key_old_signatures_count_and_new_ones_are_made_with_the_new_key(tmp_path, settings):
    settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS = keys_of(tmp_path)
    old = signing.dumps({"task": 7}, salt="link")
    rotate(tmp_path)
    settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS = keys_of(tmp_path)
    assert signing.loads(old, salt="link") == {"task": 7}
    new = signing.dumps({"task": 7}, salt="link")
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = keys_of(tmp_path)[1], []
    with pytest.raises(signing.BadSignature):
        signing.loads(new, salt="link")


def test_a_key_file_cut_off_halfway_is_never_seen(tmp_path):
    keys_of(tmp_path)
    rotate(tmp_path)
    rotate(tmp_path)
    assert len(set(keys_of(tmp_path))) == 3
