"""The Thai words of the interface are complete, and nothing in the catalogue is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "src/prongsai/locale/th/LC_MESSAGES/prongsai.po"
FIELDS = re.compile(r"\{[a-z_]*(?:![rs])?\}")
LIBRARY = "of the command-line library"


@pytest.fixture(scope="module")
def catalogue():
    with CATALOGUE.open("rb") as file:
        return {message.id: message for message in read_po(file) if message.id}


@pytest.fixture(scope="module")
def used():
    # The rooms of the web application have each a catalogue of their own.
    rooms = [(f"{floor}/**.py", "ignore") for floor in ("platform", "registers", "office", "desks")]
    found = extract_from_dir(str(ROOT / "src/prongsai"), method_map=[*rooms, ("**.py", "python")])
    return {message for _file, _line, message, _comments, _context in found}


def test_every_message_of_the_interface_is_said_in_thai(used, catalogue):
    assert used
    assert sorted(message for message in used if not catalogue.get(message) or not catalogue[message].string) == []


def test_no_message_is_left_over(used, catalogue):
    ours = {key for key, message in catalogue.items() if LIBRARY not in message.auto_comments}
    assert sorted(ours - used) == []


def test_thai_sentences_have_the_same_fields_as_their_source(catalogue):
    for message in catalogue.values():
        source, said = message.id, message.string
        if isinstance(source, str):
            assert set(FIELDS.findall(said)) == set(FIELDS.findall(source)), source


def test_no_message_hides_inside_an_f_string_where_it_cannot_be_extracted():
    hidden = re.compile(r"f\"[^\"\n]*\{_\(")
    assert [path.name for path in (ROOT / "src/prongsai").rglob("*.py") if hidden.search(path.read_text("utf-8"))] == []
