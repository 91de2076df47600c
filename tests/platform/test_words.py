"""Every room speaks Thai: all of its words, plain words, and one Thai for one English."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import prongsai
from prongsai.platform.ui.compiling import catalogues
from prongsai.platform.ui.messages import source_messages, translated

SOURCE = Path(prongsai.__file__).parent
ROOMS = sorted(path.parent for path in SOURCE.glob("*/*/apps.py"))
UI = SOURCE / "platform" / "ui"
FIELDS = re.compile(r"%\([a-z_]+\)[sdr]|\{[a-z_]*\}|</?[a-z]+")
THAI = re.compile(r"[ก-๛]")
SAID_IN_THEIR_OWN_LANGUAGE = {"ภาษาไทย"}
NEVER = re.compile(
    "แดชบอร์ด|อั[ปพ]โหลด|ซับมิต|ไอเทม|ผู้ใช้งานระดับ|เทนแนนต์|เอ็กซ์เรย์|เวิร์กโฟลว์|ครับ|ค่ะ|นะคะ|ทวง|จุดบกพร่อง|แผนก(?!า)|ล็อกอิน|ฟิลด์"
)
each_room = pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)


@each_room
def test_every_sentence_of_a_room_is_said_in_thai(room):
    missing = source_messages(room) - translated(room).keys() - translated(UI).keys()
    assert sorted(missing, key=str) == []


@each_room
def test_words_that_nobody_in_an_office_says_are_not_used(room):
    assert {key: said for key, said in translated(room).items() if NEVER.search(said)} == {}


@each_room
def test_thai_sentences_have_the_same_fields_as_their_source(room):
    path = room / "locale" / "th" / "LC_MESSAGES" / "django.po"
    for message in read_po(io.BytesIO(path.read_bytes())) if path.exists() else ():
        if message.id and message.string:
            # Thai has one form for both, so the one of many counts: “One place” may lack the number.
            many, said = (m if isinstance(m, str) else m[-1] for m in (message.id, message.string))
            assert sorted(FIELDS.findall(said)) == sorted(FIELDS.findall(many)), many


@each_room
def test_templates_are_written_in_english(room):
    found = []
    for path in (room / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for word in SAID_IN_THEIR_OWN_LANGUAGE:
            text = text.replace(word, "")
        found += [f"{path.name}: {line.strip()}" for line in text.splitlines() if THAI.search(line)]
    assert found == []


def test_one_english_sentence_has_one_thai_in_all_rooms():
    said = defaultdict(set)
    for room in ROOMS:
        for key, thai in translated(room).items():
            said[key].add(thai)
    assert {key: sorted(thai) for key, thai in said.items() if len(thai) > 1} == {}


def test_every_catalogue_belongs_to_a_room():
    assert {path.parents[3] for path in catalogues()} <= set(ROOMS)


def test_the_rooms_are_looked_at():
    assert {"ui", "agency", "accounts"} <= {room.name for room in ROOMS}
    assert "Save" in source_messages(UI)
    assert ("size of the text", "A") in source_messages(UI)
    assert "Requests" in source_messages(SOURCE / "platform" / "web")  # marked by gettext_noop
