"""A fresh clone speaks Thai without anybody compiling anything."""

import gettext
import os

import pytest

from prongsai.platform.ui.compiling import bring_up_to_date

WORDS = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Save"\nmsgstr "{}"\n'


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "platform" / "room" / "locale" / "th" / "LC_MESSAGES" / "django.po"
    path.parent.mkdir(parents=True)
    path.write_text(WORDS.format("บันทึก"), encoding="utf-8")
    return path


def spoken(catalogue):
    with catalogue.with_suffix(".mo").open("rb") as file:
        return gettext.GNUTranslations(file).gettext("Save")


def test_what_was_never_compiled_is_compiled(catalogue, tmp_path):
    assert bring_up_to_date(tmp_path) == [catalogue]
    assert spoken(catalogue) == "บันทึก"


def test_what_is_fresh_is_left_alone(catalogue, tmp_path):
    bring_up_to_date(tmp_path)
    assert bring_up_to_date(tmp_path) == []


def test_a_changed_catalogue_is_compiled_again(catalogue, tmp_path):
    bring_up_to_date(tmp_path)
    catalogue.write_text(WORDS.format("จัดเก็บ"), encoding="utf-8")
    later = catalogue.with_suffix(".mo").stat().st_mtime_ns + 10**9
    os.utime(catalogue, ns=(later, later))
    assert bring_up_to_date(tmp_path) == [catalogue]
    assert spoken(catalogue) == "จัดเก็บ"


def test_an_installed_package_that_cannot_be_written_keeps_what_it_has(catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr("prongsai.platform.ui.compiling.os.access", lambda *_: False)
    assert bring_up_to_date(tmp_path) == []
    assert not catalogue.with_suffix(".mo").exists()


def test_nothing_half_written_is_left_beside_it(catalogue, tmp_path):
    bring_up_to_date(tmp_path)
    assert {path.name for path in catalogue.parent.iterdir()} == {"django.po", "django.mo"}
