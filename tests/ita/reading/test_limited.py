from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from bad_inputs.makers import long_word
from bad_inputs.office_files import TEXT, docx_parts, xlsx_parts, zipped
from bad_inputs.pdf_files import scanned_pdf
from prongsai.ita.papers.json import to_json
from prongsai.ita.reading import Limits, child_process, read_bytes, read_bytes_limited, read_file, read_file_limited
from prongsai.ita.thai import Refused

PAPERS = sorted((Path(__file__).parent / "papers").glob("*.txt"))
on_linux = pytest.mark.skipif(sys.platform != "linux", reason="limits of the operating system")


@pytest.fixture
def program(monkeypatch, tmp_path):
    """Let another program stand in for the child, to see what the parent makes of its end."""

    def stand_in(code: str) -> None:
        start = subprocess.Popen

        def begin(command, **options):
            return start([sys.executable, "-c", code], **options)

        monkeypatch.setattr(child_process.subprocess, "Popen", begin)

    return stand_in


def refused_by(read, *arguments, **options) -> Refused:
    with pytest.raises(Refused) as refused:
        read(*arguments, **options)
    return refused.value


@pytest.mark.parametrize("paper", PAPERS[:4], ids=lambda path: path.stem)
def test_a_child_reads_what_the_program_itself_would_read(paper):
    assert to_json(read_file_limited(paper)) == to_json(read_file(paper))


def test_files_of_several_kinds_come_through_the_same_door():
    for name, parts in (("a.docx", docx_parts()), ("a.xlsx", xlsx_parts())):
        assert read_bytes_limited(zipped(parts), name).document.title == TEXT


def test_a_refusal_of_the_child_is_the_same_refusal():
    inside = refused_by(read_bytes, b"\xff\xd8\xff\xe0 picture", "a.pdf")
    outside = refused_by(read_bytes_limited, b"\xff\xd8\xff\xe0 picture", "a.pdf")
    assert (inside.rule, inside.message, inside.value, inside.place) == (
        outside.rule,
        outside.message,
        outside.value,
        outside.place,
    )


@on_linux
def test_a_child_that_needs_too_much_memory_is_stopped():
    text = long_word(4_500_000)
    assert refused_by(read_bytes_limited, text.encode(), "a.txt", limits=Limits(memory=90 << 20)).rule == "LIMIT"


@on_linux
def test_a_child_that_needs_too_much_time_is_stopped(program):
    program("import resource, sys; resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass")
    begun = time.perf_counter()
    assert refused_by(read_bytes_limited, b"text", "a.txt").rule == "LIMIT"
    assert time.perf_counter() - begun < 10


def test_a_child_that_sleeps_is_stopped_by_the_clock(program):
    program("import time; time.sleep(60)")
    begun = time.perf_counter()
    assert refused_by(read_bytes_limited, b"text", "a.txt", limits=Limits(wall_seconds=0.5)).rule == "LIMIT"
    assert time.perf_counter() - begun < 10


def test_a_child_that_breaks_down_is_a_refusal_with_the_name_of_the_file(program):
    program("import os; os._exit(139)")
    refused = refused_by(read_bytes_limited, b"text", "รายงาน.txt")
    assert (refused.rule, refused.place.file) == ("CRASH", "รายงาน.txt")


def test_a_parser_that_fails_is_a_refusal_without_its_inner_words(program):
    program("""print('{"refused":{"rule":"CRASH","value":"KeyError"}}')""")
    refused = refused_by(read_bytes_limited, b"text", "a.txt")
    assert (refused.rule, refused.value) == ("CRASH", "KeyError")
    assert "KeyError" not in refused.message


@pytest.mark.parametrize("answer", ["", "{", '{"done":true}\n'])
def test_an_answer_that_is_none_is_a_refusal(program, answer):
    program(f"import sys; sys.stdout.write({answer!r})")
    assert refused_by(read_bytes_limited, b"text", "a.txt").rule == "CRASH"


def test_an_answer_without_end_is_cut(program):
    program("import sys\nwhile True: sys.stdout.write('x' * 65536)")
    limits = Limits(answer=1 << 20, wall_seconds=5)
    assert refused_by(read_bytes_limited, b"text", "a.txt", limits=limits).rule in ("LIMIT", "CRASH")


def test_a_child_that_does_not_listen_does_not_hold_up_the_parent(program):
    program("""import sys; sys.stdin.close(); print('{"refused":{"rule":"LIMIT"}}')""")
    assert refused_by(read_bytes_limited, b"x" * 5_000_000, "a.txt").rule == "LIMIT"


def child_does(deed: str) -> str:
    code = (
        "from prongsai.ita.reading.limits import Limits, limit_this_process, allow_only_reading\n"
        "import os, subprocess, pathlib, _socket\n"
        "limit_this_process(Limits(cpu_seconds=5, open_files=32))\n"
        "{guard}\n"
        "try:\n    " + deed + "\n    print('done')\nexcept Exception as error:\n    print(type(error).__name__)\n"
    )
    answers = []
    for guard in ("allow_only_reading()", "pass"):
        ran = subprocess.run(
            [sys.executable, "-c", code.format(guard=guard)], capture_output=True, text=True, check=False
        )
        answers.append(ran.stdout.strip())
    return " ".join(answers)


@on_linux
@pytest.mark.parametrize(("limits", "limited"), [(Limits(), True), (Limits(threads=True), False)])
def test_threads_of_a_library_are_allowed_only_where_asked(limits, limited):
    code = (
        "import resource\nfrom prongsai.ita.reading.limits import Limits, limit_this_process\n"
        f"limit_this_process({limits!r})\nprint(resource.getrlimit(resource.RLIMIT_NPROC)[1] == 0)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == str(limited)


@on_linux
def test_a_child_can_write_no_byte_to_a_file(tmp_path):
    path = tmp_path / "written.txt"
    assert child_does(f"pathlib.Path({str(path)!r}).write_text('x')").startswith("PermissionError OSError")
    assert not path.exists() or path.read_bytes() == b""


@on_linux
@pytest.mark.parametrize(
    "deed",
    [
        "subprocess.run(['true'])",
        "os.system('true')",
        "_socket.socket().connect(('127.0.0.1', 9))",
        "os.remove('/nowhere')",
        "pathlib.Path('/nowhere').mkdir()",
        "open('/nowhere', 'a')",
    ],
)
def test_a_child_may_only_read(deed):
    assert child_does(deed).startswith("PermissionError")


@on_linux
def test_a_child_can_open_only_few_files():
    assert "OSError" in child_does("[open(os.devnull) for _ in range(100)]")


def test_the_parent_does_not_load_the_reader():
    code = (
        "import sys; from prongsai.ita.reading import read_file_limited; "
        "print([name for name in ('lxml', 'pydantic', 'prongsai.ita.reading.reader') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_secrets_of_the_environment_are_not_handed_on(monkeypatch, program):
    monkeypatch.setenv("DATABASE_URL", "postgres://secret")
    program(
        "import json, os, sys; sys.stdin.read()\n"
        "told = {'rule': 'TOLD', 'message': ' '.join(os.environ), 'value': '', 'place': {}}\n"
        "print(json.dumps({'refused': told}))"
    )
    assert "DATABASE_URL" not in refused_by(read_bytes_limited, b"text", "a.txt").message


@pytest.mark.parametrize("name", ["missing.txt", "a\0.txt", "x" * 300 + ".txt", "."])
def test_a_file_that_cannot_be_opened_is_refused(tmp_path, name):
    refused = refused_by(read_file_limited, tmp_path / name)
    assert refused.rule == "FILE"
    assert str(tmp_path) not in str(refused)


def test_a_file_that_is_too_large_is_refused_before_a_child_starts(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 20_000_001)
    monkeypatch.setattr(child_process, "_start", lambda _: pytest.fail("a child was started"))
    assert refused_by(read_file_limited, path).rule == "SIZE"


def test_the_child_answers_in_lines_of_json():
    order = json.dumps({"task": "paper", "name": "a.txt", "ocr": False, "limits": asdict(Limits())})
    ran = subprocess.run(
        [sys.executable, "-m", "prongsai.ita.reading.child"],
        input=order.encode() + b"\n" + TEXT.encode(), capture_output=True, check=True,
    )  # fmt: skip
    reading, done = map(json.loads, ran.stdout.splitlines())
    assert reading["reading"]["document"]["title"] == TEXT
    assert done == {"done": True}
    assert ran.stderr == b""


def test_a_scan_is_read_by_machine_only_where_asked_and_where_the_program_is_there():
    assert refused_by(read_bytes_limited, scanned_pdf(), "a.pdf").rule == "NO-TEXT"
    if shutil.which("tesseract") is None:
        assert refused_by(read_bytes_limited, scanned_pdf(), "a.pdf", ocr=True).rule == "OCR"


@on_linux
def test_a_child_that_may_start_a_program_may_still_write_nothing(tmp_path):
    code = (
        "from prongsai.ita.reading.limits import WITH_OCR, limit_this_process, allow_only_reading\n"
        "import subprocess\n"
        "limit_this_process(WITH_OCR)\n"
        "allow_only_reading(programs=True)\n"
        "print(subprocess.run(['echo', 'heard'], capture_output=True).stdout.decode().strip())\n"
        f"open({str(tmp_path / 'a')!r}, 'w')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stdout.strip() == "heard"
    assert "PermissionError" in ran.stderr


@on_linux
def test_a_child_that_cuts_thai_words_makes_no_folder_in_the_home(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    code = "from prongsai.ita.thai import words_by_newmm; print(len(words_by_newmm('มาตรการส่งเสริมคุณธรรม')))"
    guarded = f"from prongsai.ita.reading.limits import allow_only_reading; allow_only_reading(); {code}"
    environment = os.environ | child_process._OWN_SETTINGS | {"HOME": str(home)}
    ran = subprocess.run([sys.executable, "-c", guarded], env=environment, capture_output=True, text=True, check=False)
    assert (ran.stdout.strip() != "", ran.stderr, list(home.iterdir())) == (True, "", [])
