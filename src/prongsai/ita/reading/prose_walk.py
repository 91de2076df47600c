"""Walks over the lines outside tables and hands each to the reader of the section in which it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from prongsai.ita.reading.analysis_blocks import AnalysisReader
from prongsai.ita.reading.closing_sections import ClosingReader, ends_a_paper
from prongsai.ita.reading.layout import TextLine
from prongsai.ita.reading.numbering import marker_of
from prongsai.ita.reading.prose import Heading, LineKind, advice_in, kind_of, opens_a_list
from prongsai.ita.reading.score_tokens import Token, tells_scores

_CLOSING = (Heading.LIMITATIONS, Heading.RECOMMENDATIONS, Heading.BOTH)


@dataclass
class ProseWalk:
    """The sections of a paper outside its tables."""

    analysis: AnalysisReader
    closing: ClosingReader = field(default_factory=ClosingReader)
    _passes_over: bool = False
    """Whether the open section only says what is still to be checked, which is neither finding nor proposal."""

    def table(self, *, of_measures: bool = False) -> None:
        """Pass a table: it ends what was open. A section that only leads to the table of measures has no entries."""
        if of_measures:
            self.closing.drop_lead()
        self._end_sections()

    def end(self) -> None:
        """Close what is open at the end of the paper."""
        self.closing.close()

    def line(self, line: TextLine, tokens: list[Token], *, in_head: bool) -> None:
        """Take one line. In the head of the paper a heading opens nothing: it only names the paper."""
        if not in_head and ends_a_paper(line.text):
            self._end_sections()
            return
        passed = self._passes_over and kind_of(line.text).heading is None
        if passed or self.analysis.take_label(line.text):
            return
        if self.analysis.take_heading(line.text):
            self.closing.close()
            return
        kind = LineKind() if tells_scores(tokens) else kind_of(line.text)
        heading = kind.heading
        if heading is not None and heading in _CLOSING and self.closing.holds(line.text, heading):
            heading = None
        leads_on = heading in (Heading.SCORES, Heading.MEASURES) and opens_a_list(line.text)
        if leads_on and self.analysis.active:
            self.analysis.close()
            return
        if heading is not None and not in_head and self._open(heading, kind.rest, line):
            return
        if self.closing.take(line):
            return
        self.analysis.take(line.text, tokens)

    def _end_sections(self) -> None:
        self.closing.close()
        self.analysis.leave()
        self._passes_over = False

    def _open(self, heading: Heading, rest: str, line: TextLine) -> bool:
        """Open the section of a heading; False where the line is rather part of an open block."""
        self._passes_over = heading is Heading.UNCONFIRMED
        if heading is Heading.RECOMMENDATIONS and self.closing.section is None:
            if rest and advice_in(line.text) is not None and self.analysis.await_advice():
                return False
            if rest and ":" not in line.text and marker_of(line.text) is None and self.analysis.await_advice():
                return self.analysis.take(rest, ())
            if not rest and self.analysis.await_advice():
                return True
        if heading in _CLOSING:
            self.analysis.leave()
            self.closing.open(heading)
            if rest:
                self.closing.take(TextLine(rest, line.number, line.gap))
            return True
        self.closing.close()
        if heading in (Heading.ANALYSIS, Heading.STRENGTHS, Heading.SCORES):
            self.analysis.close()
            self.analysis.active = heading is Heading.ANALYSIS
        else:
            self.analysis.leave()
        return not rest
