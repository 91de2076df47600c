import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.thai import Refused, decode

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
