"""`{% once %}` in a form: the key by which a second post of it is known."""

from __future__ import annotations

from uuid import uuid4

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from prongsai.platform.web.once import FIELD

register = template.Library()


@register.simple_tag(takes_context=True)
def once(context: template.Context) -> SafeString:
    """Give the hidden field; a form shown again keeps its key."""
    request = context.get("request")
    kept = request.POST.get(FIELD) if request else None
    return format_html('<input type="hidden" name="{}" value="{}">', FIELD, kept or uuid4())
