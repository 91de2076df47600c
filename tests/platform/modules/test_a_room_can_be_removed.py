"""Without a desk the house stands: no address, no menu entry, no check that fails."""

import os
import subprocess
import sys

ASK = """
import django; django.setup()
from django.core.management import call_command
from django.urls import get_resolver
from prongsai.platform.modules import registry
call_command("check")
print("example" in registry, any("example" in str(pattern.pattern) for pattern in get_resolver().url_patterns))
"""


def told(tmp_path, example):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "prongsai.config.settings", "PRONGSAI_EXAMPLE_DESK": example}
    environment |= {"PRONGSAI_STATE": str(tmp_path), "DATABASE_URL": "dbname=nowhere"}
    done = subprocess.run([sys.executable, "-c", ASK], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_with_the_desk_it_has_an_address_and_a_card(tmp_path):
    assert told(tmp_path, "on") == "True True"


def test_without_the_desk_nothing_of_it_is_left_and_nothing_else_breaks(tmp_path):
    assert told(tmp_path, "off") == "False False"
