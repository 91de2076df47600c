"""What an agency's Word template may ask for: fields that exist, loops over them, conditions. Nothing else runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from prongsai.ita.thai.refusal import Refused
from prongsai.ita.writing.template_fields import Shape

MOST_TAGS = 2_000
MOST_REPEATED = 200_000
"""Letters of the file that may stand inside loops: a row of a table takes about five thousand."""

_LOOP: Mapping[str, Shape] = dict.fromkeys(("first", "last", "index", "index0", "length"))
_TAG = re.compile(r"\{[{%].*?[%}]\}")
_XML = re.compile(r"<[^>]*>")
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.For, nodes.If, nodes.Not,
    nodes.And, nodes.Or,
)  # fmt: skip


class TemplateRules(SandboxedEnvironment):
    """Jinja's sandbox, narrowed to a list of fields: a template is looked through before any of it runs."""

    def __init__(self, fields: Mapping[str, Shape]) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.fields = fields
        for names in (self.globals, self.filters, self.tests):
            names.clear()

    def compile(self, source: Any, *arguments: Any, **named: Any) -> CodeType:  # type: ignore[override]  # noqa: ANN401
        """Compile a text after checking it. Raises `Refused` TEMPLATE with the tag that is not accepted."""
        try:
            tree = self.parse(source)
        except TemplateSyntaxError as error:
            raise _not_understood(source, error.lineno) from error
        _Walk(source).check(tree, self.fields)
        compiled: CodeType = super().compile(tree, *arguments, **named)
        return compiled


class _Walk:
    """One look through a template. `fields` are what the names at a place stand for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.seen = 0
        self.repeated = 0

    def check(self, node: nodes.Node, fields: Mapping[str, Shape], inside: int = 0) -> None:
        self.seen += 1
        if not isinstance(node, _ALLOWED):
            raise self._not_allowed(node)
        if isinstance(node, nodes.TemplateData):
            self.repeated += len(node.data) if inside else 0
        if self.seen > MOST_TAGS or self.repeated > MOST_REPEATED:
            raise Refused("TEMPLATE", "แม่แบบ Word มีช่องหรือส่วนที่พิมพ์ซ้ำมากเกินไป โปรดลดให้เหลือเท่าที่ใช้")
        if isinstance(node, nodes.For):
            self._check_loop(node, fields, inside)
        elif isinstance(node, nodes.Name | nodes.Getattr):
            self._shape(node, fields)
        else:
            for child in node.iter_child_nodes():
                if isinstance(node, nodes.Output) and isinstance(child, nodes.Name | nodes.Getattr):
                    self._check_text(child, fields)
                self.check(child, fields, inside)

    def _check_text(self, node: nodes.Name | nodes.Getattr, fields: Mapping[str, Shape]) -> None:
        if self._shape(node, fields) is not None:
            raise Refused("TEMPLATE", f"แม่แบบ Word: «{_spelled(node)}» เป็นรายการหลายแถว ใช้กับคำสั่ง for เท่านั้น")

    def _check_loop(self, node: nodes.For, fields: Mapping[str, Shape], inside: int) -> None:
        shape = self._shape(node.iter, fields)
        plain = isinstance(node.target, nodes.Name) and node.test is None and not node.recursive
        # A loop inside a loop goes over a part of the outer row: else rows would multiply.
        nested = inside and not isinstance(node.iter, nodes.Getattr)
        if not isinstance(shape, tuple) or not plain or nested:
            raise self._not_allowed(node)
        assert isinstance(node.target, nodes.Name)
        for child in (*node.body, *node.else_):
            self.check(child, {**fields, node.target.name: shape[0], "loop": _LOOP}, inside + 1)

    def _shape(self, node: nodes.Node, fields: Mapping[str, Shape], whole: nodes.Node | None = None) -> Shape:
        """Return what a name stands for; `whole` is the field as it was written, for the refusal."""
        whole = whole or node
        if isinstance(node, nodes.Name):
            known: Shape = fields
            name = node.name
        elif isinstance(node, nodes.Getattr):
            known, name = self._shape(node.node, fields, whole), node.attr
        else:
            raise self._not_allowed(node)
        if not isinstance(known, Mapping) or name not in known:
            raise Refused("TEMPLATE", f"แม่แบบ Word มีช่อง «{_spelled(whole)}» ที่ระบบไม่รู้จัก โปรดแก้เป็นชื่อช่องตามคู่มือ")
        return known[name]

    def _not_allowed(self, node: nodes.Node) -> Refused:
        return Refused(
            "TEMPLATE",
            f"แม่แบบ Word มีคำสั่งที่ไม่อนุญาต: {_tags_of_line(self.source, node.lineno)} ใช้ได้เฉพาะช่องตามคู่มือ คำสั่ง for และ if",
        )


def _not_understood(source: str, line: int) -> Refused:
    tags = _tags_of_line(source, line)
    return Refused("TEMPLATE", f"อ่านคำสั่งในแม่แบบ Word ไม่ได้: {tags} โปรดตรวจว่าเปิดและปิดครบ และสะกดตามคู่มือ")


def _spelled(node: nodes.Node) -> str:
    return f"{_spelled(node.node)}.{node.attr}" if isinstance(node, nodes.Getattr) else str(getattr(node, "name", "…"))


def _tags_of_line(source: str, line: int) -> str:
    """Return the tags on a line of the file, shortened; docxtpl begins a line with each paragraph."""
    return " ".join(_found_tags(source, line))[:200] or "(ไม่พบตำแหน่ง)"


def _found_tags(source: str, line: int) -> Iterator[str]:
    lines = source.splitlines()
    for text in lines[max(line - 1, 0) : line]:
        for tag in _TAG.findall(text):
            yield f"«{_XML.sub('', tag)}»"
