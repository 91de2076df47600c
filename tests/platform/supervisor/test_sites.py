"""The web server gives public sites from their folder, before a request reaches the application."""

import subprocess
import sys
import time
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from prongsai.platform.supervisor.web import SECONDS_A_SITE_IS_KEPT
from supervised import free_port

APPLICATION = """
def application(environ, start):
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"application"]
"""


@pytest.fixture
def address(tmp_path, monkeypatch):
    (tmp_path / "told.py").write_text(APPLICATION, encoding="utf-8")
    made = tmp_path / "sites/.made/office/1/ita"
    made.mkdir(parents=True)
    (made / "index.html").write_text("<p>ITA</p>", encoding="utf-8")
    (tmp_path / "sites/office").symlink_to(".made/office/1")
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    monkeypatch.setenv("PRONGSAI_STATE", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    port, module = free_port(), "prongsai.platform.supervisor.web"
    server = subprocess.Popen((sys.executable, "-m", module, "127.0.0.1", str(port), "told:application"))
    yield f"http://127.0.0.1:{port}"
    server.terminate()
    server.wait(20)


def read(address: str) -> tuple[int, str, str]:
    ends = time.monotonic() + 20
    while True:
        try:
            with urlopen(address) as answer:
                return answer.status, answer.read().decode(), answer.headers.get("Cache-Control", "")
        except HTTPError as error:
            error.close()
            return error.code, "", ""
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.1)


def test_a_site_is_given_from_its_folder_and_everything_else_by_the_application(address):
    assert read(f"{address}/site/office/ita/") == (200, "<p>ITA</p>", f"max-age={SECONDS_A_SITE_IS_KEPT}")
    assert read(f"{address}/site/office/none/")[0] == 404
    assert read(f"{address}/site/..%2fsecret")[0] == 404
    assert read(f"{address}/site-search/office/")[1] == "application"
