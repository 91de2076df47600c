from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.writing.pieces import pieces
from prongsai.ita.writing.vocabulary import BOUNDLESS, Vocabulary

TEXTS = st.text(alphabet='กขงรสเแโาำิี่้์ญฐ๑๕abc/.-09 \n("', max_size=60)


def text_of(entry):
    """The text of a piece, put together from its smallest parts."""
    if isinstance(entry, str):
        return entry
    text, *_, parts = entry
    return text if parts is None else "".join(map(text_of, parts))


@given(st.lists(TEXTS, max_size=4))
def test_the_numbers_of_a_text_read_back_are_the_text(texts):
    vocabulary = Vocabulary()
    numbers = [[vocabulary.number(piece) for piece in pieces(text)] for text in texts]
    for text, told in zip(texts, numbers, strict=True):
        assert "".join(vocabulary.entries[n][0] for n in told) == "".join("".join(piece) for piece in pieces(text))
        assert [text_of(vocabulary.entries[n]) for n in told] == [vocabulary.entries[n][0] for n in told]


def test_a_short_word_has_no_parts_and_a_long_one_falls_first_into_words():
    vocabulary = Vocabulary()
    for word in ("คณะทำงาน", "องค์การบริหารส่วนตำบล"):
        vocabulary.number((word,))
    (*_, none), (*_, parts) = vocabulary.entries
    assert none is None
    assert parts[:2] == ["องค์การ", "บริหาร"]


def test_a_piece_that_comes_again_keeps_its_number():
    vocabulary = Vocabulary()
    first = [vocabulary.number(piece) for piece in pieces("ประชุม รายงาน ประชุม")]
    assert first[0] == first[-1]
    assert [vocabulary.number(piece) for piece in pieces("ประชุม รายงาน ประชุม")] == first
    assert len(vocabulary.entries) == len(set(first))


def test_the_widest_piece_tells_what_room_a_text_needs():
    vocabulary = Vocabulary()
    short, long = (vocabulary.number((word,)) for word in ("ไม่", "ประชุม"))
    assert 0 < vocabulary.widest([short]) < vocabulary.widest([short, long]) == vocabulary.widest([long]) < 5
    assert vocabulary.widest([]) == vocabulary.widest([vocabulary.number((" ",))]) == 0


def test_a_gap_is_without_bound():
    assert Vocabulary().widest([{"gap": []}]) == BOUNDLESS
