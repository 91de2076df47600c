"""Single sign-on is off until it is set up; then its story is told in a process of its own, with its own settings."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.urls import NoReverseMatch, reverse

from prongsai.config.environment import read_environment
from prongsai.ita.thai.refusal import Refused

STORY = Path(__file__).parent / "story_of_sign_on.py"
SETTINGS = {
    "PRONGSAI_SIGN_ON_SERVER": "http://127.0.0.1:1",
    "PRONGSAI_SIGN_ON_CLIENT": "prongsai",
    "PRONGSAI_SIGN_ON_SECRET": "only-for-tests",
    "PRONGSAI_SIGN_ON_NAME": "ระบบกลางจังหวัดตัวอย่างธานี",
}


def test_it_is_off_and_not_routed(client, db):
    with pytest.raises(NoReverseMatch):
        reverse("sign-on")
    assert client.post("/account/sign-on/").status_code == 404


@pytest.mark.parametrize("lacking", ["SERVER", "CLIENT", "SECRET"])
def test_half_a_set_up_is_refused(lacking):
    given = {name: value for name, value in SETTINGS.items() if not name.endswith(lacking)}
    with pytest.raises(Refused, match=f"PRONGSAI_SIGN_ON_{lacking}"):
        read_environment(given)


def test_its_story_with_a_server_on_this_machine():
    command = [sys.executable, "-m", "pytest", str(STORY), "-n", "0", "-q", "-o", "python_files=story_*.py"]
    told = subprocess.run(command, env=os.environ | SETTINGS, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout
