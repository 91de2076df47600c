"""Examples of the catalogue: as they look, and as they are written."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from django import template
from django.template import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
FOLDER = Path(__file__).resolve().parent.parent / "templates" / "ui" / "examples"


@register.simple_tag(takes_context=True)
def example(context: Context, name: str) -> SafeString:
    """Draw an example with what the page knows."""
    drawn = get_template(f"ui/examples/{name}.html").render(
        cast(dict[str, Any], context.flatten()), context.get("request")
    )
    return mark_safe(drawn)  # noqa: S308 our own template, drawn with escaping


@register.simple_tag
def source(name: str) -> str:
    """Give the text of an example."""
    return (FOLDER / f"{name}.html").read_text(encoding="utf-8").strip()
