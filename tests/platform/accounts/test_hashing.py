"""How passphrases are hashed."""

import threading
import time

import pytest
from argon2 import Type, extract_parameters

from prongsai.config.settings import accounts
from prongsai.platform.accounts import hashing
from prongsai.platform.accounts.hashing import Busy, PassphraseHasher, turn


def test_passphrases_are_hashed_with_argon2id_in_64_mib_and_three_passes():
    encoded = PassphraseHasher().encode("ทางเดินริมคลองหลังฝน", "saltsaltsalt")
    told = extract_parameters(encoded.removeprefix("argon2"))
    assert (told.type, told.memory_cost, told.time_cost, told.parallelism) == (Type.ID, 64 * 1024, 3, 1)
    assert PassphraseHasher().verify("ทางเดินริมคลองหลังฝน", encoded)
    assert not PassphraseHasher().verify("ทางเดินริมคลองหลังฝนฯ", encoded)


def test_the_settings_of_the_installation_use_it():
    assert accounts.PASSWORD_HASHERS == ["prongsai.platform.accounts.hashing.PassphraseHasher"]


def test_two_at_a_time_and_the_third_is_refused_politely():
    with turn(), turn(), pytest.raises(Busy), turn(patience=0.01):
        pytest.fail("a third was let in")
    with turn(patience=0.01):
        pass


def test_many_at_once_never_use_more_memory_than_two(monkeypatch):
    running, most, lock = 0, 0, threading.Lock()

    def slow(*_):
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return "argon2$x"

    monkeypatch.setattr(hashing.Argon2PasswordHasher, "encode", slow)
    threads = [threading.Thread(target=PassphraseHasher().encode, args=("x", "y")) for _ in range(8)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert most == 2


def test_a_turn_is_given_back_when_hashing_fails():
    for _ in range(5):
        with pytest.raises(ZeroDivisionError), turn(patience=0.01):
            raise ZeroDivisionError
