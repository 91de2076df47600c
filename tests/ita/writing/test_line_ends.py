"""Where lines end in narrow columns, judged by compounds that were marked by hand and by nothing of the cutter."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from prongsai.ita.catalogue.playbook import load_playbook
from prongsai.ita.papers.blocks import PaperStyle, Paragraph
from prongsai.ita.writing import write_pdf
from prongsai.ita.writing.pieces import pieces

HERE = Path(__file__).parent
WIDTHS_CM = ("3", "3.5", "4.2", "5.5")
OF_THE_PAGE = re.compile(r"-[๐-๙]+-|\.+")  # the page number, the two pale dots of the footer


def marked_compounds():
    lines = (HERE / "compounds_marked.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def broken_compounds(lines):
    """Compounds in which a line ends at an unmarked place."""
    text = "".join(lines)
    ends = {sum(map(len, lines[: n + 1])) for n in range(len(lines))}
    broken = []
    for parts in marked_compounds():
        word = "".join(parts)
        allowed = {len("".join(parts[:n])) for n in range(1, len(parts))}
        for found in re.finditer(word, text):
            broken += [word for place in range(1, len(word)) if found.start() + place in ends and place not in allowed]
    return broken


@pytest.fixture(scope="module")
def sentences():
    return (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def narrow(sentences, paper_of, day, lines_of):
    blocks = [Paragraph((sentence,), indent=False) for sentence in sentences]
    paper = paper_of(*blocks, title=(), draft=False, footer="")

    def lines_at(width):
        style = PaperStyle(margin_right=Decimal(18) - Decimal(width))
        return [line for line in lines_of(write_pdf(paper, day, style)) if not OF_THE_PAGE.fullmatch(line)]

    return {width: lines_at(width) for width in WIDTHS_CM}


def test_the_hand_marked_list_is_long_enough_and_all_of_it_is_tried(sentences):
    compounds = ["".join(parts) for parts in marked_compounds()]
    assert len(set(compounds)) >= 150
    assert [word for word in compounds if word not in "".join(sentences)] == []


def test_no_line_of_more_than_three_hundred_ends_inside_a_word(narrow):
    assert sum(map(len, narrow.values())) >= 300
    assert {width: broken_compounds(lines) for width, lines in narrow.items()} == {width: [] for width in WIDTHS_CM}


def test_the_lines_are_the_text_and_no_letter_is_lost(narrow, sentences):
    source = re.sub(r"\s", "", "".join(sentences))
    assert ["".join(lines) == source for lines in narrow.values()] == [True] * len(WIDTHS_CM)


def test_no_piece_of_the_playbook_ends_inside_a_marked_word():
    broken = set()
    for play in load_playbook().plays.values():
        for text in (play.meaning, play.finding, *(step for measure in play.measures for step in measure.steps)):
            broken.update(broken_compounds(["".join(piece) for piece in pieces(text)]))
    assert broken == set()


def test_the_judge_sees_a_line_that_ends_inside_a_word():
    assert broken_compounds(["แต่งตั้งคณะทำ", "งาน"]) == ["คณะทำงาน"]
    assert broken_compounds(["จัดซื้อ", "จัดจ้าง"]) == []
