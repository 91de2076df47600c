"""What Typst has set once it keeps for the next paper: most of its time would else go into words that it has seen."""

import time
from random import Random

import pytest

from prongsai.ita.papers.blocks import Cell, Column, Items, PaperStyle, Paragraph, Row, Table
from prongsai.ita.thai.words import dictionary_words
from prongsai.ita.writing import write_pdf
from prongsai.ita.writing.letter_widths import is_thai

MOST = 0.6
"""Of the time of a paper of new words: a paper of the same words takes a third to a half of it."""


@pytest.fixture(scope="module")
def known_words():
    known = [word for word in sorted(dictionary_words()) if 5 <= len(word) <= 10 and is_thai(word)]
    return Random(2568).sample(known, 3_000)


@pytest.fixture
def seconds(paper_of, day):
    """A function: blocks and what else there is to a paper in, the processor seconds for its PDF out."""

    def spent(*blocks, **more):
        paper = paper_of(*blocks, **more)
        begun = time.process_time()
        write_pdf(paper, day, PaperStyle())
        return time.process_time() - begun

    return spent


def paragraphs(words):
    return [Paragraph((" ".join(words[n : n + 50]),)) for n in range(0, len(words), 50)]


def table(words, shares):
    cells = [Cell((Items(((" ".join(words[n : n + 25]),),)),)) for n in range(0, len(words), 25)]
    rows = tuple(Row(tuple(cells[n : n + 2])) for n in range(0, len(cells), 2))
    return Table((Column("ก", shares[0]), Column("ข", shares[1])), rows, summary="ตาราง")


def test_words_of_the_paper_before_are_not_set_again(known_words, seconds):
    words = known_words[:1_500]
    seconds(Paragraph(("ประชุม",)))
    new = seconds(*paragraphs(words), title=("หนึ่ง",), agency="องค์การบริหารส่วนตำบลหนองกระจ่าง", footer="ฉบับแรก")
    other = {"title": ("สอง",), "agency": "เทศบาลตำบลท่าแจ่มจันทร์", "footer": "ฉบับหลัง"}
    again = min(seconds(*paragraphs(order), **other) for order in (words[::-1], sorted(words)))
    assert again < MOST * new


def test_words_of_a_table_are_not_set_again_in_columns_of_another_width(known_words, seconds):
    words = known_words[1_500:]
    seconds(Paragraph(("ประชุม",)))
    new = seconds(table(words, (1, 1)))
    again = min(seconds(table(words[::-1], shares)) for shares in ((2, 3), (3, 2)))
    assert again < MOST * new
