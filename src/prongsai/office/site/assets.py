"""Style sheets, fonts, scripts of a site: the house's own, beside its pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps

from prongsai.office.site.made import File

JOINED = ("tokens.css", "page.css", "forms.css", "parts.css", "site.css")
"""One sheet for the screen: a page asks for fewer files. Its addresses of fonts are relative and stay right."""
SHEETS = ("assets/css/all.css",)


@cache
def assets() -> tuple[File, ...]:
    """Give all of them."""
    return tuple(_assets())


def _assets() -> Iterator[File]:
    house = Path(apps.get_app_config("ui").path) / "static" / "ui"
    own = Path(apps.get_app_config("site").path) / "static" / "site"
    yield File(SHEETS[0], b"\n".join((house / "css" / name).read_bytes() for name in JOINED))
    yield File("assets/css/print.css", (house / "css" / "print.css").read_bytes())
    for path in sorted((house / "fonts").iterdir()):
        yield File(f"assets/fonts/{path.name}", path.read_bytes())
    for name in ("mark.svg", "hem.svg"):
        yield File(f"assets/{name}", (house / name).read_bytes())
    for path in sorted(own.glob("*.js")):
        yield File(f"assets/site/{path.name}", path.read_bytes())
