import json
import os
import subprocess
import sys

import pytest
from invented import results_text


def prongsai(*arguments, **variables):
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    program = "from prongsai.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True, check=False, env={**environment, **variables},
    )  # fmt: skip


POOR_LOCALES = [
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize("variables", POOR_LOCALES)
def test_a_locale_without_thai_gets_utf_8(variables):
    ran = prongsai("catalogue", "show", "2566", **variables)
    assert ran.returncode == 0, ran.stderr
    assert "ตัวชี้วัด" in ran.stdout.decode("utf-8")


def test_a_thai_code_page_keeps_its_letters_and_loses_only_marks():
    ran = prongsai("catalogue", "check", PYTHONIOENCODING="cp874")
    assert ran.returncode == 0
    assert "? 2563: เป็นไปตามข้อกำหนดทุกข้อ" in ran.stdout.decode("cp874")


def test_json_loses_nothing_in_a_thai_code_page(tmp_path):
    path = tmp_path / "ผล ปี 67.txt"
    path.write_text(results_text(2567), encoding="utf-8")
    ran = prongsai("score", path, "--json", PYTHONIOENCODING="cp874")
    (result,) = json.loads(ran.stdout.decode("cp874"))
    assert any("÷" in line for line in result["lines"])


def test_a_refusal_is_readable_under_a_poor_locale(tmp_path):
    ran = prongsai("read", tmp_path / "ไม่มี.txt", PYTHONIOENCODING="ascii")
    assert ran.returncode == 2
    assert "ไม่พบแฟ้ม" in ran.stderr.decode("utf-8")


def test_a_reader_that_goes_away_leaves_no_trace():
    program = "from prongsai.cli import main; main(['catalogue', 'show', '2566', '--json'])"
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        started.stdout.close()
        assert started.stderr.read() == b""
