import subprocess
import sys

import pytest

from prongsai import __version__
from prongsai.cli.app import COMMANDS


def test_help_is_thai_unless_english_is_asked_for(run):
    assert "วิธีใช้" in run("--help").out
    assert "Usage" in run("--lang", "en", "--help").out


def test_the_language_may_be_set_for_good(run, monkeypatch):
    monkeypatch.setenv("PRONGSAI_LANG", "en")
    assert "Usage" in run("--help").out


def test_a_bad_setting_is_refused_loudly(run, monkeypatch):
    monkeypatch.setenv("PRONGSAI_LANG", "fr")
    ran = run("--help")
    assert ran.code == 3
    assert "PRONGSAI_LANG" in ran.err


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["th", "en"])
def test_every_command_has_help_in_both_languages(run, command, language):
    ran = run("--lang", language, command, "--help")
    assert ran.code == 0
    assert ("ตัวเลือก" if language == "th" else "Options") in ran.out


def test_the_version_is_that_of_the_package(run):
    assert run("--version").out.strip() == f"prongsai {__version__}"


def test_wrong_usage_ends_with_two_and_says_why_in_thai(run):
    ran = run("nothing")
    assert ran.code == 2
    assert "ไม่มีคำสั่ง" in ran.err


def test_help_loads_none_of_the_heavy_libraries():
    program = "\n".join(
        [
            "import sys",
            "from prongsai.cli import main",
            "try: main(['--help'])",
            "except SystemExit: pass",
            "print(sorted(sys.modules))",
        ]
    )
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    for heavy in ("pythainlp", "pydantic", "typst", "docx", "rich", "rapidfuzz", "xlsxwriter"):
        assert f"'{heavy}'" not in loaded


@pytest.mark.parametrize("arguments", [("read", "--lang", "en", "--help"), ("read", "--help", "--lang=en")])
def test_the_language_may_be_asked_for_after_the_command(run, arguments):
    ran = run(*arguments)
    assert ran.code == 0
    assert "Usage: prongsai read" in ran.out


@pytest.mark.parametrize("arguments", [("--lang", "fr", "read"), ("read", "--lang"), ("read", "--lang", "fr")])
def test_an_unknown_language_is_wrong_usage(run, arguments):
    ran = run(*arguments)
    assert ran.code == 2
    assert "--lang" in ran.err
