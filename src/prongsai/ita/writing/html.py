"""Writes a paper as one web page that needs nothing else: no script, no font, no picture is fetched.

It is made for a telephone, for big letters and for listeners, and prints on A4.
"""

from __future__ import annotations

from base64 import b64encode
from datetime import date
from pathlib import Path
from typing import cast

from lxml import etree
from lxml import html as lxml_html
from lxml.builder import E

from prongsai.ita.papers.blocks import Paper, PaperStyle
from prongsai.ita.writing.content import sections, title_of
from prongsai.ita.writing.emblem import ALT, emblem_of
from prongsai.ita.writing.figures import with_figures
from prongsai.ita.writing.forms import EMBLEM_PLACE, lacks_emblem, style_of_form
from prongsai.ita.writing.html_blocks import PageHand
from prongsai.ita.writing.html_style import style_sheet
from prongsai.ita.writing.running_foot import footer_of

DRAFT_MARK = "ร่าง"
_SHEET = Path(__file__).parent / "template" / "paper.css"


def write_html(paper: Paper, written_on: date, style: PaperStyle | None = None) -> bytes:
    """Return the paper as one page of HTML in UTF-8, the same, byte for byte, for the same content and date."""
    style = style_of_form(paper, style or PaperStyle())
    hand = PageHand(style, paper.agency)
    root = E.html({"lang": "th"}, _head(paper, style, written_on, hand), _body(paper, style, hand))
    page = lxml_html.tostring(root, encoding="utf-8", doctype="<!DOCTYPE html>")
    return cast("bytes", page)


def _head(paper: Paper, style: PaperStyle, written_on: date, hand: PageHand) -> etree._Element:
    return E.head(
        E.meta({"charset": "utf-8"}),
        E.title(_page_title(paper, style)),
        E.meta({"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        E.meta({"name": "author", "content": hand.printed(paper.agency)}),
        E.meta({"name": "description", "content": hand.printed(paper.subject)}),
        E.meta({"name": "dcterms.created", "content": written_on.isoformat()}),
        E.style(style_sheet(_SHEET.read_text(encoding="utf-8"), style, draft=DRAFT_MARK if paper.draft else "")),
    )


def _page_title(paper: Paper, style: PaperStyle) -> str:
    """Return the title of the page, which tells a listener first that the paper is a draft."""
    title = " ".join(title_of(paper, style).split())
    return f"{DRAFT_MARK}: {title}" if paper.draft else title


def _body(paper: Paper, style: PaperStyle, hand: PageHand) -> etree._Element:
    parts = sections(paper.blocks)
    main = E.main(_title(paper, style, hand))
    for landscape, blocks in parts:
        part = E.div({"class": "part landscape" if landscape else "part"})
        part.extend(hand.blocks(list(with_figures(blocks, drawn_with_figures=()))))
        main.append(part)
    # The title of a paper that lies from its beginning prints on the first lying page, not on one of its own.
    body = E.body({"class": "lying"} if parts[0][0] else {})
    emblem = _emblem(paper, style, hand)
    if emblem is not None:
        body.append(E.header(emblem))
    body.append(main)
    footer = footer_of(paper, style)
    if footer.strip():
        body.append(E.footer(E.p(*hand.text(footer))))
    if paper.draft:
        body.append(E.p({"class": "draft"}, DRAFT_MARK))
    return body


def _title(paper: Paper, style: PaperStyle, hand: PageHand) -> etree._Element:
    lines = [line for line in paper.title if hand.printed(line).strip()] or [title_of(paper, style)]
    heading = E.h1({"class": paper.form})
    for n, line in enumerate(lines):
        if n:
            heading.append(E.br())
        heading.append(E.span(*hand.text(line)))
    return heading


def _emblem(paper: Paper, style: PaperStyle, hand: PageHand) -> etree._Element | None:
    emblem = emblem_of(style)
    if emblem is not None:
        address = f"data:{emblem.kind};base64,{b64encode(emblem.content).decode('ascii')}"
        return E.img({"src": address, "alt": ALT, "class": f"emblem {style.emblem_align}"})
    if lacks_emblem(paper, style):
        return E.p({"class": style.emblem_align}, *hand.inlines([EMBLEM_PLACE]))
    return None
