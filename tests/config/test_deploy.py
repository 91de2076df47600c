"""A hosted installation: Django's own list of dangers finds nothing, and nothing of it is silenced."""

import os
import subprocess
import sys

import pytest

HOSTED = {"PRONGSAI_HTTPS": "on", "PRONGSAI_HOSTS": "ita.example", "PRONGSAI_BEHIND_PROXY": "on"}
COOKIES = """
import django; django.setup()
from django.conf import settings
print(settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, settings.SILENCED_SYSTEM_CHECKS, settings.DEBUG)
"""


@pytest.fixture
def hosted(tmp_path):
    """Run Python as a hosted installation would."""

    def run(*words, **more):
        variables = {k: v for k, v in os.environ.items() if not k.startswith(("PRONGSAI", "DJANGO"))}
        variables |= {**HOSTED, "PRONGSAI_STATE": str(tmp_path), "DATABASE_URL": "dbname=nowhere"}
        variables |= {"DJANGO_SETTINGS_MODULE": "prongsai.config.settings", **more}
        return subprocess.run([sys.executable, *words], env=variables, capture_output=True, text=True, check=False)

    return run


def test_the_check_for_deployment_is_clean(hosted):
    done = hosted("-m", "prongsai.config.manage", "check", "--deploy", "--fail-level", "WARNING")
    assert done.returncode == 0, done.stderr
    assert "no issues (0 silenced)" in done.stdout


def test_cookies_belong_to_this_host_and_to_https_alone_and_no_check_is_silenced(hosted):
    assert hosted("-c", COOKIES).stdout.split() == ["__Host-session", "__Host-csrf", "[]", "False"]


def test_a_setting_that_is_neither_on_nor_off_is_refused_in_words(hosted):
    done = hosted("-m", "prongsai.config.manage", "check", PRONGSAI_HTTPS="perhaps")
    assert done.returncode != 0
    assert "PRONGSAI_HTTPS ต้องเป็น on หรือ off" in done.stderr
