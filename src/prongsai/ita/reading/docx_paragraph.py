"""Reads one paragraph of a Word file as a person reads it on paper.

Text that was deleted under tracking or is hidden is left out and counted, inserted text is kept; of a field its result
is kept; a line break parts lines; text boxes are set apart, once, although the file holds them twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.ita.reading.docx_styles import Styles, W, is_on
from prongsai.ita.reading.docx_symbols import is_symbol_font, symbol, symbols
from prongsai.ita.reading.ooxml import Element, attribute, local_name

_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_LEFT_OUT = frozenset({"pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText", "delInstrText", "rt", "ffData"})
_TRACKED = frozenset({"del", "moveFrom"})
_PICTURES = frozenset({"drawing", "pict", "object"})


@dataclass
class Passed:
    """What is passed over on the way through a file, counted for the notices."""

    hidden: int = 0
    deleted: int = 0
    embedded: int = 0


@dataclass
class ParagraphText:
    """The text of a paragraph, the contents of its text boxes, whether it begins on a new page."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    on_new_page: bool = False
    joins_next: bool = False

    @property
    def text(self) -> str:
        """Give the text, with tabs and line ends."""
        return "".join(self.pieces)


def read_paragraph(paragraph: Element, styles: Styles, passed: Passed) -> ParagraphText:
    """Read a paragraph without the number that Word puts in front of it."""
    properties = paragraph.find(W + "pPr")
    found = ParagraphText(on_new_page=is_on(properties, "pageBreakBefore") is True)
    _Runs(styles, passed, found, hidden=styles.hides(styles.paragraph_style(properties))).read(paragraph)
    mark = properties.find(W + "rPr") if properties is not None else None
    found.joins_next = mark is not None and mark.find(W + "del") is not None
    return found


def alternative(element: Element) -> Iterator[Element]:
    """Give what stands in the first of the alternatives of which a program shows only one."""
    children = [child for child in element if local_name(child) in ("Choice", "Fallback")]
    if children:
        yield from children[0]


@dataclass
class _Runs:
    """One walk through the runs of a paragraph."""

    styles: Styles
    passed: Passed
    found: ParagraphText
    hidden: bool = False
    in_run_hidden: bool = False
    font: str = ""

    def read(self, parent: Element) -> None:
        for child in parent:
            self._child(child)

    def _child(self, child: Element) -> None:
        name = local_name(child)
        if name == "r":
            self._run(child)
        elif name in _TRACKED:
            self.passed.deleted += 1
        elif name == "AlternateContent":
            for inner in alternative(child):
                self._child(inner)
        elif name in _PICTURES:
            self._picture(child)
        elif name == "t":
            self._text(child.text or "")
        elif name == "sym":
            self._text(_sign(child), in_symbol_font=False)
        elif name == "lastRenderedPageBreak":
            self._page_break()
        elif name in _SIGNS:
            if name == "br" and attribute(child, "type") == "page":
                self._page_break()
            self._text(_SIGNS[name], in_symbol_font=False)
        elif name not in _LEFT_OUT:
            self.read(child)

    def _page_break(self) -> None:
        if not self.found.text.strip():
            self.found.on_new_page = True

    def _run(self, run: Element) -> None:
        properties = run.find(W + "rPr")
        own = is_on(properties, "vanish")
        if own is None:
            style = attribute(properties.find(W + "rStyle"), "val") if properties is not None else None
            own = self.styles.hides(style) or self.hidden
        font = attribute(properties.find(W + "rFonts"), "ascii") if properties is not None else None
        self.in_run_hidden, self.font = own, font or ""
        self.read(run)
        self.in_run_hidden, self.font = False, ""

    def _text(self, text: str, *, in_symbol_font: bool = True) -> None:
        if self.in_run_hidden:
            self.passed.hidden += bool(text.strip())
            return
        symbolic = in_symbol_font and self.font and is_symbol_font(self.font)
        self.found.pieces.append(symbols(text, self.font) if symbolic else text)

    def _picture(self, picture: Element) -> None:
        self.found.boxes += _boxes(picture)
        self.passed.embedded += sum(local_name(element) == "OLEObject" for element in picture.iter())


def _boxes(parent: Element) -> Iterator[Element]:
    """Give the text boxes below an element, each once."""
    for child in parent:
        name = local_name(child)
        if name == "txbxContent":
            yield child
        elif name == "AlternateContent":
            for inner in alternative(child):
                yield from _boxes(inner)
        else:
            yield from _boxes(child)


def _sign(element: Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return symbol(code, attribute(element, "font") or "")
