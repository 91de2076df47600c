"""The documentation is complete by construction: what exists in code has its line in the docs."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from prongsai.cli.app import COMMANDS, build_app

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
SOURCE = [path.read_text(encoding="utf-8") for path in (ROOT / "src/prongsai").rglob("*.py")]
LINK = re.compile(r"\]\((?!https?:)([^)#]+)(#[^)]*)?\)")


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_docs_leads_somewhere(path):
    assert [target for target, _ in LINK.findall(path.read_text("utf-8")) if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section(command):
    assert f"\n## {command}\n" in page("docs/reference/commands.md")


def test_every_option_is_in_the_reference():
    reference = page("docs/reference/commands.md")
    app = build_app()
    assert isinstance(app, click.Group)
    context = click.Context(app)
    for name in COMMANDS:
        command = app.get_command(context, name)
        group = command.commands.values() if isinstance(command, click.Group) else [command]
        for entry in group:
            for option in (option for param in entry.params for option in param.opts if option.startswith("--")):
                assert option in reference, (name, option)


def test_every_check_is_in_the_reference():
    codes = {code for text in SOURCE for code in re.findall(r'code="([a-z-]+)"', text)}
    codes |= {code for text in SOURCE for code in re.findall(r'ReadingWarning\(\s*"([a-z-]+)"', text)}
    assert codes
    reference = page("docs/reference/checks.md")
    assert sorted(code for code in codes if f"`{code}`" not in reference) == []


def test_every_setting_is_in_the_reference():
    names = {name for text in SOURCE for name in re.findall(r'"(PRONGSAI_[A-Z_]+)"', text)}
    assert names
    assert sorted(name for name in names if f"`{name}`" not in page("docs/reference/commands.md")) == []


def test_every_decision_is_listed():
    listed = page("docs/decisions/README.md")
    assert [path.name for path in (ROOT / "docs/decisions").glob("0*.md") if path.name not in listed] == []


def test_every_dependency_has_its_reason():
    text = "".join(path.read_text("utf-8") for path in (ROOT / "docs/decisions").glob("*-libraries-*.md")).lower()
    block = re.search(r"\ndependencies = \[(.*?)\]", page("pyproject.toml"), re.DOTALL)
    assert block
    names = [name.lower() for name in re.findall(r'"([A-Za-z0-9-]+)', block[1])]
    assert sorted(name for name in names if name not in text) == []


@pytest.mark.parametrize("name", ["README.md", "README.th.md"])
def test_both_readmes_name_the_two_commands(name):
    assert "make run" in page(name)
    assert "make test" in page(name)
