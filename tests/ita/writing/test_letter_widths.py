"""Widths of words, judged by what Typst itself measures."""

import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.words import dictionary_words
from prongsai.ita.writing.fonts import fonts_folder
from prongsai.ita.writing.letter_widths import thai_width

MEASURE = b"""
#set text(font: "Sarabun", size: 16pt, lang: "th", region: "TH", features: (mark: 0, mkmk: 0))
#context [#metadata(json("words.json").map(it => measure(it).width / 16pt))<widths>]
"""
LETTERS = [chr(code) for code in [*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E45), *range(0x0E46, 0x0E5C)]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """A function: words in, their widths in em by Typst out."""
    folder = tmp_path_factory.mktemp("widths")
    (folder / "main.typ").write_bytes(MEASURE)

    def measure(words):
        (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
        made = typst.Compiler(folder / "main.typ", root=folder, font_paths=[fonts_folder()], ignore_system_fonts=True)
        return json.loads(made.query("<widths>", field="value", one=True))

    return measure


def not_as_measured(words, measured):
    widths = zip(words, map(thai_width, words), measured(words), strict=True)
    return [(word, ours, theirs) for word, ours, theirs in widths if not 0 <= ours - theirs < 0.0001]


def test_every_tenth_word_of_the_dictionary_is_as_wide_as_typst_says_and_never_narrower(measured):
    words = [word for word in sorted(dictionary_words()) if thai_width(word) is not None][::10]
    assert len(words) > 5_000
    assert not_as_measured(words, measured) == []


def test_letters_in_any_order_are_as_wide_as_typst_says(measured):
    pairs = [one + other for one in LETTERS for other in LETTERS]
    assert not_as_measured(pairs, measured) == []


@given(st.text(alphabet=LETTERS, min_size=1), st.text(alphabet=LETTERS, min_size=1))
def test_two_words_side_by_side_are_as_wide_as_both(one, other):
    assert thai_width(one + other) == pytest.approx(thai_width(one) + thai_width(other), abs=0.0001)


@pytest.mark.parametrize("word", ["", " ", "AV", "ก ข", "ที่,", "ฤๅษี", "15", "กA"])
def test_nothing_but_thai_letters_and_digits_has_a_sure_width(word):
    assert thai_width(word) is None


def test_marks_above_and_below_take_no_room():
    assert thai_width("ที่นี่") == thai_width("ทน")
