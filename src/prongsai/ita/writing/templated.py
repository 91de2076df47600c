"""Writes the measures paper into a Word template that the agency restyled as it likes."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from docx.opc.exceptions import OpcError
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateError
from lxml import etree

from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.docx import without_clock
from prongsai.ita.writing.numerals import Digits
from prongsai.ita.writing.template_fields import FIELDS, MeasuresContent, Shown, measures_fields
from prongsai.ita.writing.template_file import check_template_file
from prongsai.ita.writing.template_rules import TemplateRules


def write_from_template(template: bytes, content: MeasuresContent, written_on: date, digits: Digits = "thai") -> bytes:
    """Return the agency's template (.docx) filled with the content: the same bytes for the same content and date.

    Text of the content is never read as a tag. Raises `Refused` TEMPLATE for a file that is no plain Word file, and
    for a tag that names no field or asks for more than fields, loops and conditions; the message names the tag.
    """
    check_template_file(template)
    fields = measures_fields(content, digits)
    try:
        filled = _Template(io.BytesIO(template))
        filled.render(fields, TemplateRules(FIELDS), autoescape=True)
        _set_properties(filled, fields, written_on)
        written = io.BytesIO()
        filled.save(written)
    except (TemplateError, etree.LxmlError, OpcError, LookupError, ValueError, AttributeError, TypeError) as error:
        if isinstance(error, Refused):
            raise
        raise _broken() from error
    return without_clock(written.getvalue())


class _Template(DocxTemplate):  # type: ignore[misc]
    """A template that is refused where docxtpl would mend by leaving out what stands between misplaced tags."""

    def build_xml(self, context: Mapping[str, Any], jinja_env: Environment | None = None) -> str:
        """Fill the body, and see that a whole document came out."""
        xml: str = super().build_xml(context, jinja_env)
        try:
            etree.fromstring(xml)
        except etree.XMLSyntaxError:
            raise Refused(
                "TEMPLATE",
                "คำสั่ง for หรือ if ในแม่แบบ Word เปิดและปิดคนละที่ "
                "โปรดวาง {%tr … %} ในแถวของตัวเอง และ {%p … %} ในย่อหน้าของตัวเอง",
            ) from None
        return xml


def _set_properties(filled: DocxTemplate, fields: Mapping[str, Shown], written_on: date) -> None:
    properties = filled.docx.core_properties
    properties.title = properties.subject = str(fields["subject"])[:255]
    properties.author = properties.last_modified_by = str(fields["agency"])[:255]
    properties.created = properties.modified = datetime.combine(written_on, time())


def _broken() -> Refused:
    return Refused("TEMPLATE", "ใช้แม่แบบ Word นี้ไม่ได้ โปรดเริ่มใหม่จากแม่แบบที่ได้จาก prongsai report --write-template")
