"""Each command of the tutorial and of the how-to pages, in both languages, does what the page shows."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from documented import Block, Reader, assert_shown, blocks, commands

ROOT = Path(__file__).resolve().parent.parent
TUTORIAL = ROOT / "docs/tutorial/first-measures-paper.md"
ENGLISH = sorted(
    path
    for folder in ("tutorial", "how-to")
    for path in (ROOT / "docs" / folder).glob("*.md")
    if ".th." not in path.name
)
PAGES = sorted([*ENGLISH, *(path.with_suffix(".th.md") for path in ENGLISH)])
MOST_UNLIKE = 3.0
"""Other words on the same pages differ by less, another page by more."""
INDENTED = re.compile(r"^(?: {4}|\t)\S*(?:prongsai|make) ", re.MULTILINE)


def name(path: Path) -> str:
    return str(path.relative_to(ROOT / "docs"))


def unmarked(line: str) -> str:
    """Give a command without its options and comments that are for one language only."""
    return re.sub(r"\s+#.*", "", line)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Do once what `make papers` does: the folder `out` and what was printed."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("PRONGSAI_LANG", raising=False)
        environment.delenv("PRONGSAI_CATALOGUE", raising=False)
        reader = Reader(folder, folder / "out", "", environment)
        assert reader.run(["demo", "--out", "out"]) == 0
        return folder / "out", reader.seen


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_command_runs_and_shows_what_the_page_shows(path, made, tmp_path, monkeypatch):
    for variable in ("PRONGSAI_LANG", "PRONGSAI_CATALOGUE"):
        monkeypatch.delenv(variable, raising=False)
    page = path.read_text(encoding="utf-8")
    assert commands(page) or path.name.startswith(("add-a-desk", "send-notices"))  # pages with nothing to run
    Reader(tmp_path, *made, monkeypatch).follow(page)


def test_make_papers_is_the_command_that_stands_in_for_it_here():
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").split("\npapers: ")[1].split("\n\n")[0]
    assert recipe.splitlines()[1:] == ["\t@$(BIN)/prongsai demo --out out"]


@pytest.mark.parametrize("path", ENGLISH, ids=name)
def test_both_languages_give_the_same_commands_and_files(path):
    pages = [path.read_text(encoding="utf-8"), path.with_suffix(".th.md").read_text(encoding="utf-8")]
    english, thai = ([unmarked(line) for line in commands(page) if not line.startswith("export ")] for page in pages)
    assert english == thai
    english, thai = ([block.info for block in blocks(page) if block.kind in ("csv", "tsv")] for page in pages)
    assert english == thai


@pytest.mark.parametrize("path", ENGLISH, ids=name)
def test_each_page_leads_to_itself_in_the_other_language(path):
    thai = path.with_suffix(".th.md")
    assert f"[ภาษาไทย]({thai.name})" in path.read_text(encoding="utf-8")
    assert f"[English]({path.name})" in thai.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_command_hides_where_it_is_not_run(path):
    assert INDENTED.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_make_target_named_exists(path):
    named = re.findall(r"`make ([a-z]+)[^`]*`", path.read_text(encoding="utf-8"))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert [target for target in named if f"\n{target}:" not in makefile] == []


def test_the_tutorial_promises_its_ten_minutes_in_both_languages_and_shows_the_result():
    thai = TUTORIAL.with_suffix(".th.md").read_text(encoding="utf-8")
    assert TUTORIAL.read_text(encoding="utf-8").startswith("# From your papers to your measures in ten minutes\n")
    assert thai.startswith("# จากเอกสารของท่านสู่มาตรการของท่านในสิบนาที\n")
    for page in (TUTORIAL.read_text(encoding="utf-8"), thai):
        assert "](../pictures/measures-paper.png)" in page


@pytest.fixture(scope="module")
def pictures():
    """Load the script that draws the pictures."""
    spec = importlib.util.spec_from_file_location("draw_pictures", ROOT / "scripts/draw_pictures.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Give how much two pictures differ where a reader would see it, from 0 to 255: blurred, the mean of the greys."""
    small = (one.width // 8, one.height // 8)
    greys = [picture.convert("L").resize(small, Image.Resampling.BOX) for picture in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*greys)).mean[0]


def test_the_picture_shows_what_the_program_writes_today(made, pictures):
    with Image.open(ROOT / "docs/pictures/measures-paper.png") as shown:
        today = pictures.measures_paper(made[0] / pictures.PAPER)
        assert shown.size == today.size, "run scripts/draw_pictures.py"
        assert likeness(shown, today) < MOST_UNLIKE, "run scripts/draw_pictures.py"
        turned = today.transpose(Image.Transpose.ROTATE_180)
        assert likeness(shown, turned) > MOST_UNLIKE


@pytest.mark.parametrize("language", ["README.md", "README.th.md"])
def test_each_readme_leads_to_every_page_of_its_language(language):
    readme = (ROOT / language).read_text(encoding="utf-8")
    wanted = ENGLISH if language == "README.md" else [path.with_suffix(".th.md") for path in ENGLISH]
    assert [path.name for path in wanted if f"docs/{name(path)})" not in readme] == []


SEEN = "\nหนึ่ง\nสอง  \nสาม\n"


@pytest.mark.parametrize(
    "lines",
    [("หนึ่ง", "สอง", "สาม"), ("หนึ่ง", "…"), ("…", "สาม"), ("หนึ่ง", "…", "สาม"), ("…", "สอง", "…"), ("…",)],
)
def test_what_a_page_shows_may_leave_out_only_what_it_says(lines):
    assert_shown(Block("text", "", lines, 1), SEEN)


@pytest.mark.parametrize(
    "lines",
    [("หนึ่ง", "สอง"), ("สอง", "สาม"), ("หนึ่ง", "สาม"), ("…", "สาม", "…", "สอง"), ("หนึ่ง", "…", "สี่", "…")],
)
def test_a_page_that_shows_something_else_is_found_out(lines):
    with pytest.raises(AssertionError):
        assert_shown(Block("text", "", lines, 1), SEEN)
