"""The language of the interface: English source strings, a complete Thai catalogue, Thai by default."""

from __future__ import annotations

import gettext
import io
from importlib.resources import files

import click

_DOMAIN = "prongsai"
_translations: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str) -> None:
    """Choose the language in which everything after this call speaks."""
    global _translations  # noqa: PLW0603 - a command line speaks one language for its whole life
    _translations = gettext.NullTranslations() if language == "en" else _load(language)
    _teach_click()


def translate(message: str) -> str:
    """Give a message of the interface in the chosen language."""
    return _translations.gettext(message)


def translate_count(one: str, many: str, count: int) -> str:
    """Give a message that depends on a count in the chosen language."""
    return _translations.ngettext(one, many, count)


def _teach_click() -> None:
    """Let click's own words (Usage, Options, Missing argument ...) come from the same catalogue.

    Click looks them up in the program's default gettext domain on disk; ours lives in memory.
    """
    for module in (click.core, click.decorators, click.exceptions, click.formatting, click.parser, click.types):
        for name, function in (("_", translate), ("ngettext", translate_count)):
            if hasattr(module, name):
                setattr(module, name, function)


def _load(language: str) -> gettext.NullTranslations:
    """Read a catalogue from its source file: compiled in memory, so that it can never be stale."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - not needed for English
    from babel.messages.pofile import read_po  # noqa: PLC0415

    source = files("prongsai").joinpath(f"locale/{language}/LC_MESSAGES/{_DOMAIN}.po")
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source.read_bytes())))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
