import stat
from pathlib import Path

import pytest

from prongsai.platform.cluster import make_state_folder, state, state_folder


@pytest.fixture
def somebody(monkeypatch):
    def be(root: bool):
        monkeypatch.setattr(state, "is_root", lambda: root)

    return be


def test_the_named_folder_counts_for_everybody(somebody, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRONGSAI_STATE", "สถานะ ๑")
    for root in (True, False):
        somebody(root)
        assert state_folder() == tmp_path / "สถานะ ๑"


def test_a_service_of_root_keeps_its_state_where_services_do(somebody):
    somebody(True)
    assert state_folder() == Path("/var/lib/prongsai")


def test_a_user_keeps_it_in_the_own_state_folder(somebody, monkeypatch, tmp_path):
    somebody(False)
    monkeypatch.setattr(state.sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == tmp_path / ".local/state/prongsai"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "other"))
    assert state_folder() == tmp_path / "other/prongsai"
    monkeypatch.setenv("XDG_STATE_HOME", "relative, so not valid")
    assert state_folder() == tmp_path / ".local/state/prongsai"


@pytest.mark.parametrize(("root", "mode"), [(True, 0o711), (False, 0o700)])
def test_nobody_can_look_into_a_new_state_folder(somebody, tmp_path, root, mode):
    somebody(root)
    make_state_folder(tmp_path / "a" / "b")
    assert stat.S_IMODE((tmp_path / "a" / "b").stat().st_mode) == mode


def test_a_folder_that_is_there_keeps_its_mode(tmp_path):
    tmp_path.chmod(0o750)
    make_state_folder(tmp_path)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o750
