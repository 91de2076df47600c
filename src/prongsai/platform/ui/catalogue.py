"""The parts that pages are made of, for the living catalogue: when to use each, when not, and its examples.

Its sentences are English here and translated when shown. An example is a template in `templates/ui/examples`, shown as
it looks and as it is written.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Component:
    """One component: its name, when it is right, when not, and its examples (names of templates)."""

    name: str
    use: str
    avoid: str
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the catalogue."""

    key: str
    title: str
    components: tuple[Component, ...]
    base: str = "ui/base.html"


PARTS = (
    Part(
        "text",
        _("Text and colours"),
        (
            Component(
                _("Headings and text"),
                _("Every page has one heading of the first level, in plain words."),
                _("Do not justify, space out, slant or capitalise Thai text."),
                ("text",),
            ),
            Component(
                _("Colours"),
                _("Colours mean the same everywhere, and words always say it too."),
                _("Never let colour alone tell something."),
                ("colours",),
            ),
            Component(
                _("Days and numbers"),
                _("Years of the Buddhist era, Arabic digits, thousands grouped."),
                _("Papers use Thai digits; pages do not."),
                ("days",),
            ),
        ),
    ),
    Part(
        "buttons",
        _("Buttons"),
        (
            Component(
                _("Button"),
                _("One main button on a page. Its word is a verb: Save, Submit, Print."),
                _("For going somewhere use a link."),
                ("buttons",),
            ),
            Component(
                _("Link that looks like a button"),
                _("To begin a task from a page that explains it."),
                _("Not beside a real button of the same look."),
                ("link_buttons",),
            ),
            Component(
                _("Text to copy"),
                _("For words that go into the office's LINE group."),
                _("Not for what a link can carry."),
                ("copy_text",),
            ),
        ),
    ),
    Part(
        "forms",
        _("Forms"),
        (
            Component(
                _("Form and fields"),
                _("One column. The label says what, the hint how; what may stay empty says so."),
                _("No placeholder instead of a label, no question whose answer we know."),
                ("form",),
            ),
            Component(
                _("Group of fields"),
                _("Fields that belong together, under one legend."),
                _("Not for one field alone."),
                ("fieldset",),
            ),
            Component(
                _("Search"), _("Above a list that is longer than a screen."), _("Not for ten lines."), ("search",)
            ),
        ),
    ),
    Part(
        "errors",
        _("When something is wrong"),
        (
            Component(
                _("List of errors"),
                _("On top of the page after a form was refused; each line leads to its field."),
                _("Never instead of the words beside the field."),
                ("errors",),
            ),
            Component(
                _("Asking before it is done"),
                _("Before what cannot be undone: say what will happen and to whom."),
                _("Not before things that can be taken back."),
                ("confirm",),
            ),
        ),
    ),
    Part(
        "tables",
        _("Tables and lists"),
        (
            Component(
                _("Table"),
                _("To compare things by their columns. On phones each row becomes a card."),
                _("Not for laying out a page."),
                ("table", "table_wide"),
            ),
            Component(
                _("Pages of a list"),
                _("When a list has more than 50 lines."),
                _("Not for three pages of a text."),
                ("pagination",),
            ),
            Component(
                _("Summary of one thing"),
                _("What is known about one thing, line by line."),
                _("To compare several things use a table."),
                ("summary",),
            ),
            Component(
                _("Files"),
                _("Papers that can be opened: name, kind, size."),
                _("Not for pictures to look at."),
                ("files",),
            ),
            Component(
                _("History"),
                _("What happened to one thing, the newest first."),
                _("Not for what is still to do."),
                ("timeline",),
            ),
            Component(
                _("Figure with its table"),
                _("A picture of numbers, and the same numbers as a table."),
                _("Never a picture alone."),
                ("figure",),
            ),
        ),
    ),
    Part(
        "notices",
        _("Notices and states"),
        (
            Component(
                _("Notice"),
                _("What a reader must know before going on; one a page."),
                _("Not for decoration: who sees five notices reads none."),
                ("notices",),
            ),
            Component(
                _("State"),
                _("The state of work or of a fact, in the words all rooms share."),
                _("Do not invent another word for a state."),
                ("states",),
            ),
            Component(
                _("How far"),
                _("How much of a known whole is done."),
                _("Not for what cannot be counted."),
                ("progress",),
            ),
            Component(
                _("Nothing here yet"),
                _("An empty list says what it is for and how to begin."),
                _("Never an empty table."),
                ("empty",),
            ),
            Component(
                _("It is done"),
                _("After a task that somebody waited for: number, day, what comes next."),
                _("After a small change a notice is enough."),
                ("panel",),
            ),
        ),
    ),
    Part(
        "ways",
        _("Finding the way"),
        (
            Component(
                _("You are here"), _("On pages that lie below another."), _("Not on the front page."), ("breadcrumb",)
            ),
            Component(
                _("Views of one thing"),
                _("Two to five views of the same thing, each with its own address."),
                _("Not for steps that follow each other."),
                ("tabs",),
            ),
            Component(
                _("Steps in order"),
                _("A task of several steps over days: what is done, where we are."),
                _("Not for a list without order."),
                ("steps",),
            ),
            Component(
                _("More to read"),
                _("Help that few readers need."),
                _("Never for what everybody must read."),
                ("details",),
            ),
            Component(
                _("Doors"), _("The front page of a room: where one can go."), _("Not more than nine."), ("tiles",)
            ),
        ),
    ),
    Part(
        "kiosk",
        _("On a stand in the hall"),
        (
            Component(
                _("Large buttons"),
                _("Few words, one touch each, nothing that leads away from the stand."),
                _("Not for work at a desk."),
                ("kiosk",),
            ),
        ),
        base="ui/kiosk.html",
    ),
)


def part_of(key: str) -> Part | None:
    """Find a page of the catalogue."""
    return next((part for part in PARTS if part.key == key), None)
