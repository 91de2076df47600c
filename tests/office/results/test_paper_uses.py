"""Later steps say what a paper is good for; its page leads on to them."""

from __future__ import annotations

import pytest

from prongsai.ita.papers.reading import DocumentHead, MeasureRow, Reading
from prongsai.office.results.paper_uses import PaperUse, PaperUses
from prongsai.platform.accounts.models import Role
from years_of_an_office import kept

MEASURES = PaperUse("นำเข้า", "measures-of-paper", lambda reading: bool(reading.measures))


def test_a_use_is_offered_where_it_applies():
    uses = PaperUses()
    uses.register(MEASURES)
    with_measures = Reading(DocumentHead("measures", "x"), measures=(MeasureRow(),))
    assert uses.of(with_measures) == [MEASURES]
    assert uses.of(Reading(DocumentHead("results", "x"))) == []


def test_two_uses_of_one_address_are_refused():
    uses = PaperUses()
    uses.register(MEASURES)
    with pytest.raises(ValueError, match="measures-of-paper"):
        uses.register(MEASURES)


def test_who_only_reads_is_offered_no_use(here, asks):
    with here.speaks():
        paper = kept(here, "P2.docx").paper
    words = "นำเข้ามาตรการจากเอกสารนี้"
    assert words in asks().get(paper.get_absolute_url()).content.decode()
    assert words not in asks(Role.OFFICER).get(paper.get_absolute_url()).content.decode()
