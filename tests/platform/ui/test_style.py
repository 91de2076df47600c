"""The style sheets and templates keep the promises of the design."""

import re
from pathlib import Path

import pytest

import prongsai
from prongsai.platform.ui import apps

UI = Path(apps.__file__).parent
STATIC = UI / "static" / "ui"
SHEETS = sorted((STATIC / "css").glob("*.css"))
TOKENS = STATIC / "css" / "tokens.css"
TEMPLATES = sorted(Path(prongsai.__file__).parent.glob("*/*/templates/**/*.html"))
COMMENTS = re.compile(r"/\*.*?\*/", re.DOTALL)
each_sheet = pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: f"{path.parents[2].name}-{path.name}")


def css(path):
    return COMMENTS.sub("", path.read_text(encoding="utf-8"))


def channel(value):
    value /= 255
    return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour):
    red, green, blue = (channel(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palette(selector):
    block = re.search(re.escape(selector) + r" \{(.*?)\}", css(TOKENS), re.DOTALL)[1]
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block))


NORMAL = palette(":root")
HIGH = NORMAL | palette(':root[data-contrast="high"]')
PAIRS = [
    ("ink", "paper"), ("ink-soft", "paper"), ("ink-soft", "ground"), ("link", "paper"), ("link", "brand-faint"),
    ("link-hover", "paper"), ("on-brand", "brand"), ("on-brand-soft", "brand"), ("on-brand", "brand-deep"),
    ("brand-deep", "brand-tint"), ("brand-deep", "paper"), ("gold-ink", "gold-tint"), ("ink", "gold-tint"),
    ("red", "paper"), ("red", "red-tint"), ("green", "green-tint"), ("ink", "red-tint"), ("ink", "green-tint"),
    ("focus-edge", "focus"), ("paper", "green"), ("paper", "red"),
]  # fmt: skip


@pytest.mark.parametrize("pair", PAIRS, ids="-on-".join)
def test_text_can_be_read_on_its_ground(pair):
    assert contrast(NORMAL[pair[0]], NORMAL[pair[1]]) >= 4.5
    assert contrast(HIGH[pair[0]], HIGH[pair[1]]) >= 7


def test_borders_of_fields_can_be_seen():
    assert contrast(NORMAL["line-strong"], NORMAL["paper"]) >= 3
    assert contrast(NORMAL["focus-edge"], NORMAL["paper"]) >= 3
    assert contrast(NORMAL["focus"], NORMAL["brand"]) >= 3


@each_sheet
def test_every_token_that_is_used_exists(sheet):
    defined = set(re.findall(r"(--[a-z0-9-]+):", css(TOKENS)))
    assert set(re.findall(r"var\((--[a-z0-9-]+)", css(sheet))) <= defined


@each_sheet
def test_only_tokens_name_a_colour(sheet):
    if sheet in (TOKENS, STATIC / "css" / "print.css"):
        return
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", css(sheet)) == []


@each_sheet
def test_no_sheet_asks_for_anything_foreign(sheet):
    assert [url for url in re.findall(r"url\(([^)]*)\)", css(sheet)) if not url.startswith('"../')] == []
    assert "@import" not in css(sheet)


def test_no_line_of_text_is_tighter_than_thai_needs():
    tight = {name: float(value) for name, value in re.findall(r"--(line-[a-z]+): ([0-9.]+);", css(TOKENS))}
    assert tight.keys() == {"line-text", "line-tight"}
    assert min(tight.values()) >= 1.6
    for sheet in SHEETS:
        heights = re.findall(r"line-height: ([^;]+);", css(sheet))
        assert [height for height in heights if not height.startswith("var(") and height not in ("1.6", "2rem")] == []


def test_thai_is_not_spaced_out_slanted_justified_or_capitalised():
    for sheet in SHEETS:
        assert not re.search(r"letter-spacing|text-align: justify|text-transform|font-style: italic", css(sheet))


def test_a_finger_finds_every_target():
    assert float(re.search(r"--touch: ([0-9.]+)rem", css(TOKENS))[1]) * 16 >= 44


@each_template
def test_templates_hold_no_script_no_style_and_nothing_foreign(template):
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:", text)
    assert not re.search(r"""(?:src|href|action|srcset)=["']?(?:https?:)?//""", text)
    assert not re.search(r"\|\s*safe\b(?!.*help_text)", text.replace("field.help_text|safe", ""))


def test_files_of_others_are_there_with_their_licences():
    assert len(list((STATIC / "fonts").glob("*.woff2"))) == 6
    assert "Open Font License" in (STATIC / "fonts" / "OFL.txt").read_text(encoding="utf-8").title().replace("Sil ", "")
    assert (STATIC / "vendor" / "htmx.min.js").is_file()
    assert (STATIC / "vendor" / "htmx-LICENSE.txt").is_file()
