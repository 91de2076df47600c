"""Good back-ups are kept, broken ones are noticed, and never the other way round."""

import io
import os
from datetime import UTC, datetime, timedelta

import pytest

from prongsai.ita.thai.refusal import Refused
from prongsai.platform.audit.signing import Signer
from prongsai.platform.backup.archive import ArchiveWriter
from prongsai.platform.backup.checkup import backup_findings
from prongsai.platform.backup.manifest import Manifest, Scope
from prongsai.platform.backup.shelf import Shelf

DAY = datetime(2026, 11, 20, 1, tzinfo=UTC)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "backups")


def put(shelf, days=0, *, content=None):
    """Put a good back-up on the shelf, or one with other content, so many days after the first."""
    shelf.folder.mkdir(exist_ok=True)
    made = DAY + timedelta(days=days)
    target = shelf.place_for(made)
    if content is not None:
        target.write_bytes(content)
        return target
    with ArchiveWriter(target) as archive:
        archive.add_stream("database.dump", io.BytesIO(b"x"), 1)
        archive.seal(Manifest(Scope.INSTALLATION, made.isoformat(), "0.5", 18, {}), Signer(shelf.folder / "keys"))
        archive.name()
    return target


def findings(shelf, hours):
    found = backup_findings(shelf.folder, shelf.folder.parent, DAY + timedelta(hours=hours))
    return [(finding.code, finding.verdict.value) for finding in found]


def test_the_newest_good_one_is_found_behind_broken_ones(shelf):
    good = put(shelf, 0)
    put(shelf, 1, content=b"")
    put(shelf, 2, content=b"half of one")
    assert shelf.newest_good().path == good


def test_pruning_keeps_the_newest_good_ones_and_whatever_is_newer(shelf):
    paths = [put(shelf, days) for days in range(4)]
    broken_old, broken_new = put(shelf, 0.5, content=b""), put(shelf, 9, content=b"")
    assert sorted(shelf.prune(2)) == sorted([paths[0], paths[1], broken_old])
    assert sorted(kept.path for kept in shelf.kept()) == sorted([*paths[2:], broken_new])


def test_broken_ones_alone_remove_nothing(shelf):
    good = put(shelf, 0)
    for days in range(1, 9):
        put(shelf, days, content=b"")
    assert shelf.prune(1) == []
    assert good.exists()


def test_only_one_back_up_is_made_at_a_time(shelf):
    with shelf.alone(), pytest.raises(Refused, match="โปรดรอให้เสร็จ"), shelf.alone():
        pass


def test_what_a_killed_back_up_left_is_swept_by_the_next(shelf):
    shelf.folder.mkdir()
    half = shelf.folder / ".prongsai-20261120T010000.backup.half"
    half.write_bytes(b"half")
    with shelf.alone():
        assert not half.exists()


def test_doctor_tells_of_none_of_an_old_one_and_of_a_broken_one(shelf):
    assert findings(shelf, 0) == [("backup-none", "note")]
    put(shelf, 0)
    assert findings(shelf, 25) == [("backup", "well")]
    assert findings(shelf, 27) == [("backup", "wrong")]
    put(shelf, 1, content=b"")
    assert findings(shelf, 20) == [("backup-broken", "wrong"), ("backup", "well")]


def test_an_installation_that_has_worked_for_days_without_a_back_up_is_wrong(shelf):
    Signer(shelf.folder.parent / "audit")
    os.utime(shelf.folder.parent / "audit/signing-key", (0, (DAY - timedelta(days=2)).timestamp()))
    assert findings(shelf, 0) == [("backup-none", "wrong")]


def test_a_folder_that_cannot_be_written_is_refused_in_words(shelf):
    if os.geteuid() == 0:
        shelf.folder.parent.joinpath("backups").write_text("a file")
        with pytest.raises(OSError, match="File exists"), shelf.alone():
            pass
        return
    shelf.folder.mkdir(mode=0o500)
    with pytest.raises(PermissionError), shelf.alone():
        pass
