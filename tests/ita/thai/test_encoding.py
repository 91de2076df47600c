import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Refused, decode, from_mistaken_latin, looks_mistaken_for_latin

TEXT = "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่,91.36\r\n"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp874", "tis-620"])
def test_a_thai_file_is_read_in_every_encoding_an_office_writes(codec):
    assert decode(TEXT.encode(codec)).text == TEXT


def test_a_concluded_encoding_is_to_be_looked_at():
    assert decode(TEXT.encode("utf-8")).notices == ()
    assert decode(TEXT.encode("cp874")).notices[0].rule == "ENCODING"


def test_a_declared_encoding_is_held_to():
    assert decode(TEXT.encode("cp874"), declared="TIS-620").text == TEXT
    with pytest.raises(Refused):
        decode(TEXT.encode("cp874"), declared="utf-8")
    with pytest.raises(Refused, match="ไม่รู้จัก"):
        decode(b"abc", declared="ebcdic")


@pytest.mark.parametrize("data", [b"\xc0\xaf", b"\xed\xa0\x80", b"a\x00b", b"\xff\xff\xff", b"caf\xe9"])
def test_what_has_no_clean_reading_is_refused(data):
    with pytest.raises(Refused) as refused:
        decode(data)
    assert refused.value.rule == "ENCODING"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    try:
        decode(data)
    except Refused as refused:
        assert refused.rule == "ENCODING"


def test_thai_that_a_program_took_for_latin_letters_is_found_and_read():
    mistaken = "การประเมินคุณธรรมและความโปร่งใส (ITA) 91.36".encode("cp874").decode("latin-1")
    assert looks_mistaken_for_latin(mistaken)
    assert from_mistaken_latin(mistaken) == "การประเมินคุณธรรมและความโปร่งใส (ITA) 91.36"


@pytest.mark.parametrize("text", ["", "café à la carte", "การประเมิน", "plain ASCII " * 20])
def test_other_texts_are_not_taken_for_mistaken_thai(text):
    assert not looks_mistaken_for_latin(text)


@given(st.text(max_size=50))
def test_characters_that_cannot_be_mistaken_thai_stay(text):
    kept = "".join(char for char in text if not "\xa1" <= char <= "\xfb")
    assert from_mistaken_latin(kept) == kept
