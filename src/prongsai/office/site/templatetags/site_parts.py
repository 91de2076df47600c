"""Links and blocks on the pages of a site."""

from __future__ import annotations

from collections.abc import Sequence

from django import template
from django.template import Context
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from lxml import html

from prongsai.ita.papers.blocks import Block, PageBreak, Paper, PaperStyle
from prongsai.ita.writing.figures import with_figures
from prongsai.ita.writing.html_blocks import PageHand
from prongsai.office.site.links import link

register = template.Library()
ON_PAGES = PaperStyle(digits="arabic")


@register.simple_tag(takes_context=True)
def to(context: Context, path: str) -> str:
    """Give the address of a page or file of the site, as it stands on this page."""
    return link(str(context["at"]), path)


@register.simple_tag(takes_context=True)
def paper_blocks(context: Context, blocks: Paper | Sequence[Block]) -> SafeString:
    """Draw the blocks of a paper."""
    hand = PageHand(ON_PAGES, context["agency"].name)
    told = blocks.blocks if isinstance(blocks, Paper) else blocks
    shown = [block for block in told if not isinstance(block, PageBreak)]
    drawn = hand.blocks(list(with_figures(shown, drawn_with_figures=())))
    written = "".join(html.tostring(element, encoding="unicode") for element in drawn)
    return mark_safe(written.replace("</wbr>", ""))  # noqa: S308 every text in it was set by an XML library


@register.simple_tag
def plain_rows(rows: Sequence[Sequence[str]]) -> SafeString:
    """Draw head and rows of a table: by itself, since one of 5,000 rows would keep a template busy for long."""
    head, *others = rows
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    lines = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in others)
    return mark_safe(f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody>")  # noqa: S308 every cell is escaped
