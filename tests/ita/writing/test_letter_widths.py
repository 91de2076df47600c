"""Widths of words, judged by what Typst itself measures."""

import json
import string

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai.words import dictionary_words
from prongsai.ita.writing.fonts import fonts_folder
from prongsai.ita.writing.letter_widths import is_thai, width_of

MEASURE = """
#set text(font: "Sarabun", size: 16pt, lang: "th", region: "TH", features: (mark: 0, mkmk: 0), spacing: 125%)
#context [#metadata(json("words.json").map(it => measure(text(weight: "FACE", it)).width / 16pt))<widths>]
"""
LETTERS = [chr(code) for code in [*range(0x0E01, 0x0E3B), *range(0x0E40, 0x0E45), *range(0x0E46, 0x0E5C)]]
FACES = ["regular", "bold"]


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """A function: words and a face in, their widths in em by Typst out."""
    folder = tmp_path_factory.mktemp("widths")

    def measure(words, face):
        (folder / "main.typ").write_text(MEASURE.replace("FACE", face), encoding="utf-8")
        (folder / "words.json").write_text(json.dumps(words), encoding="utf-8")
        made = typst.Compiler(folder / "main.typ", root=folder, font_paths=[fonts_folder()], ignore_system_fonts=True)
        return json.loads(made.query("<widths>", field="value", one=True))

    def beside_ours(words, face):
        return [(word, width_of(word, face), theirs) for word, theirs in zip(words, measure(words, face), strict=True)]

    return beside_ours


@pytest.mark.parametrize("face", FACES)
def test_every_tenth_word_of_the_dictionary_is_as_wide_as_typst_says_and_never_narrower(measured, face):
    words = [word for word in sorted(dictionary_words()) if is_thai(word)][::10]
    assert len(words) > 5_000
    assert [known for known in measured(words, face) if not 0 <= known[1] - known[2] < 0.0001] == []


@pytest.mark.parametrize("face", FACES)
def test_letters_in_any_order_are_as_wide_as_typst_says(measured, face):
    pairs = [one + other for one in LETTERS for other in LETTERS]
    assert [known for known in measured(pairs, face) if not 0 <= known[1] - known[2] < 0.0001] == []


@pytest.mark.parametrize("face", FACES)
def test_no_other_piece_is_wider_than_we_say(measured, face):
    signs = string.ascii_letters + string.digits + string.punctuation
    pieces = [one + other + one for one in signs for other in signs]
    pieces += ["ข้อ ๓๙", "๑๕ พฤศจิกายน ๒๕๖๗", "(ป.ป.ช.)", "Tesla.org/AVAWA", "ฤๅษี", "กฤๅ", "≥ ๘๕", "✓", "□□□"]
    assert [known for known in measured(pieces, face) if known[1] < known[2]] == []


@given(st.text(alphabet=LETTERS, min_size=1), st.text(alphabet=LETTERS, min_size=1), st.sampled_from(FACES))
def test_two_words_side_by_side_are_as_wide_as_both(one, other, face):
    assert width_of(one + other, face) == pytest.approx(width_of(one, face) + width_of(other, face), abs=0.0001)


@pytest.mark.parametrize("word", ["", " ", "AV", "ก ข", "ที่,", "ฤๅษี", "15", "กA"])
def test_only_thai_letters_and_digits_have_an_exact_width(word):
    assert not is_thai(word)


def test_marks_above_and_below_take_no_room():
    assert width_of("ที่นี่", "regular") == width_of("ทน", "regular")
