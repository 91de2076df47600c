import os
import pwd

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import account
from prongsai.platform.cluster.account import choose_account

ROOT = os.geteuid() == 0
only_root = pytest.mark.skipif(not ROOT, reason="only root can become somebody else")
KNOWN = {"root": 0, "nobody": 65_534, "postgres": 101, "prongsai": 998, "somchai": 1_000}


@pytest.fixture
def machine(monkeypatch):
    """Be root, or a user, on a machine with the named accounts."""

    def entry(name: str) -> pwd.struct_passwd:
        return pwd.struct_passwd((name, "x", KNOWN[name], KNOWN[name], "", "/", "/bin/false"))

    def with_accounts(*names: str, me: str = "root"):
        def by_name(name: str) -> pwd.struct_passwd:
            if name not in names:
                raise KeyError(name)
            return entry(name)

        def by_number(uid: int) -> pwd.struct_passwd:
            return by_name(next((name for name in names if KNOWN[name] == uid), "?"))

        monkeypatch.setattr(account.pwd, "getpwnam", by_name)
        monkeypatch.setattr(account.pwd, "getpwuid", by_number)
        monkeypatch.setattr(account, "is_root", lambda: me == "root")
        monkeypatch.setattr(account.os, "geteuid", lambda: KNOWN[me])

    return with_accounts


@pytest.mark.parametrize(
    ("accounts", "chosen"),
    [
        (("root", "nobody", "postgres", "prongsai"), "prongsai"),
        (("root", "nobody", "postgres"), "postgres"),
        (("root", "nobody"), "nobody"),
    ],
)
def test_root_becomes_the_first_account_that_is_there(machine, tmp_path, accounts, chosen):
    machine(*accounts)
    found = choose_account(tmp_path / "new", trial=True)
    assert (found.name, found.uid, found.drops) == (chosen, KNOWN[chosen], True)


def test_a_service_never_works_as_nobody(machine, tmp_path):
    machine("root", "nobody")
    with pytest.raises(Refused, match="useradd --system"):
        choose_account(tmp_path / "new", trial=False)


def test_a_named_account_comes_before_the_others(machine, tmp_path, monkeypatch):
    machine("root", "postgres", "somchai")
    monkeypatch.setenv("PRONGSAI_OS_USER", "somchai")
    assert choose_account(tmp_path / "new", trial=False).name == "somchai"


@pytest.mark.parametrize("named", ["root", "nobody-here"])
def test_a_named_account_that_cannot_be_used_is_not_replaced_by_another(machine, tmp_path, monkeypatch, named):
    machine("root", "postgres")
    monkeypatch.setenv("PRONGSAI_OS_USER", named)
    with pytest.raises(Refused, match=named):
        choose_account(tmp_path / "new", trial=True)


@only_root
def test_the_owner_of_existing_data_comes_before_all(machine, tmp_path, monkeypatch):
    os.chown(tmp_path, KNOWN["somchai"], KNOWN["somchai"])
    machine("root", "postgres", "prongsai", "somchai")
    monkeypatch.setenv("PRONGSAI_OS_USER", "postgres")
    assert choose_account(tmp_path, trial=False).name == "somchai"


@only_root
def test_data_of_somebody_else_are_refused_with_both_names(machine, tmp_path):
    os.chown(tmp_path, KNOWN["postgres"], KNOWN["postgres"])
    machine("root", "postgres", "somchai", me="somchai")
    with pytest.raises(Refused, match=r"postgres.*somchai") as refused:
        choose_account(tmp_path, trial=True)
    assert refused.value.rule == "ACCOUNT"


def test_a_user_works_as_oneself(machine, tmp_path):
    machine("root", "postgres", "prongsai", "somchai", me="somchai")
    found = choose_account(tmp_path / "new", trial=False)
    assert (found.name, found.drops) == ("somchai", False)


def test_a_number_without_a_name_is_refused_in_a_sentence(machine, tmp_path):
    machine("root", me="somchai")
    with pytest.raises(Refused, match="1000"):
        choose_account(tmp_path / "new", trial=True)


@only_root
def test_a_program_started_as_an_account_has_no_group_of_root_and_no_secret_of_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("PRONGSAI_SECRET_KEYS", "canary")
    nobody = pwd.getpwnam("nobody")
    start = account.Account("nobody", nobody.pw_uid, nobody.pw_gid, drops=True).start()
    told = account.subprocess.run(
        ["/bin/sh", "-c", "id -G; env; pwd"], capture_output=True, text=True, check=True, **start
    )
    groups, *rest = told.stdout.split("\n")
    assert groups.split() == [str(nobody.pw_gid)]
    assert "canary" not in told.stdout
    assert "/" in rest
