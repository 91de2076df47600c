"""The reader of data files: plain data only, and every refusal names its line."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.catalogue import CatalogueError
from prongsai.ita.catalogue.yaml_source import read_yaml, read_yaml_file

REFUSED = [
    ("YAML", 1, "a: &x 1\nb: *x"),
    ("YAML", 2, "a: 1\nb: *x"),
    ("YAML", 1, "a: !!python/object:os.system x"),
    ("YAML", 1, "a: !secret\n  b: 1"),
    ("YAML", 2, "a: [1,\n"),
    ("YAML", 1, "? [a]\n: b"),
    ("YAML", None, "a: 1\n---\nb: 2"),
    ("YAML", None, ""),
    ("YAML", None, "# แค่หมายเหตุ\n"),
    ("YAML", None, "\x00"),
    ("YAML", 1, "[" * 50_000),
    ("TWICE", 3, "a: 1\nb: 2\na: 3"),
    ("TWICE", 3, "x:\n  a: 1\n  a: 1"),
    ("NUMBER", 1, "a: 1e2"),
    ("NUMBER", 2, "a: 1\nb: .nan"),
    ("NUMBER", 1, "- .inf"),
    ("NUMBER", 1, "- NaN"),
    ("NUMBER", 1, "- -Inf"),
    ("NUMBER", 1, "a: 1_000"),
    ("NUMBER", 1, "a: 1,000"),
    ("NUMBER", 1, "a: 0x1F"),
    ("NUMBER", 1, "a: 007"),
    ("NUMBER", 1, "a: +5"),
    ("DATE", 1, "a: 2024-02-30"),
    ("ENCODING", None, "a: \ud800"),
    ("SIZE", None, "a: " + "ก" * 2_000_001),
]


@pytest.mark.parametrize(("rule", "line", "text"), REFUSED, ids=[text[:20] for _, _, text in REFUSED])
def test_what_is_no_plain_data_is_refused_at_its_line(rule: str, line: int | None, text: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_yaml(text, "แฟ้ม.yaml")
    assert caught.value.rule == rule
    assert caught.value.place.file == "แฟ้ม.yaml"
    assert caught.value.place.row == line


def test_scalars_mean_only_what_they_look_like() -> None:
    text = "a: no\nb: 12:30\nc: 95.0\nd: 7\ne: null\nf: true\ng: 2024-02-29\nh: '12'\ni: O1\nj:\n"
    assert read_yaml(text).data == {
        "a": "no",
        "b": "12:30",
        "c": Decimal("95.0"),
        "d": 7,
        "e": None,
        "f": True,
        "g": date(2024, 2, 29),
        "h": "12",
        "i": "O1",
        "j": None,
    }


def test_no_number_becomes_a_float() -> None:
    value = read_yaml("- 0.1").data
    assert value == [Decimal("0.1")]
    assert isinstance(value, list)
    assert isinstance(value[0], Decimal)


def test_the_line_of_every_value_is_known() -> None:
    source = read_yaml("a:\n- b: 1\n  c:\n  - x\n  - y\n")
    assert source.places["a", 0, "c", 1].row == 5
    assert source.places["a",].row == 1


@given(st.text())
def test_any_text_is_read_or_refused_but_never_a_crash(text: str) -> None:
    try:
        read_yaml(text)
    except CatalogueError as error:
        assert error.rule in {"YAML", "NUMBER", "DATE", "TWICE", "ENCODING"}


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "2599.yaml"
    path.write_bytes("ชื่อ: ก".encode("tis-620"))
    with pytest.raises(CatalogueError, match="ENCODING"):
        read_yaml_file(path)
    with pytest.raises(CatalogueError, match="FILE"):
        read_yaml_file(tmp_path / "ไม่มี.yaml")
