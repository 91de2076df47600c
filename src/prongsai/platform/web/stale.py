"""Two people edit one thing: the second is told, nothing is overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

from django.core.signing import BadSignature, Signer
from django.db import models
from django.forms import BaseForm

FIELD = "seen"
_signer = Signer(salt="prongsai.stale")


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that somebody else changed meanwhile: its label, what stands now, what was sent."""

    label: str
    stands: object
    sent: object


def version_of(row: models.Model, fields: tuple[str, ...]) -> str:
    """Give a mark of what these fields hold now, to send along with the form."""
    return _signer.signature("\x1f".join(f"{name}={getattr(row, name)!r}" for name in fields))


def differences(row: models.Model, form: BaseForm, fields: tuple[str, ...], seen: str) -> list[Difference]:
    """Say what differs between a row, locked and read anew, and a form that was opened on an older state of it.

    Empty when nobody changed it since (`seen` is the mark of now). Raises BadSignature for a mark that is none.
    """
    if not seen or len(seen) > 200:
        raise BadSignature
    if seen == version_of(row, fields):
        return []
    return [
        Difference(str(form.fields[name].label or name), getattr(row, name), form.cleaned_data.get(name))
        for name in fields
        if getattr(row, name) != form.cleaned_data.get(name)
    ]


def mark_of(stands: Mapping[str, object]) -> str:
    """Give a mark of what stands now, where that is no single row."""
    return version_of(cast(Any, SimpleNamespace(**stands)), tuple(stands))


def changed_since(
    seen: str, stands: Mapping[str, object], sent: Mapping[str, object], labels: Mapping[str, object]
) -> list[Difference]:
    """Say what differs between what stands now and what was sent. Empty when `seen` is the mark of what stands.

    Raises BadSignature for a mark that is none. Where others changed it to just what was sent, nothing differs either.
    """
    if not seen or len(seen) > 200:
        raise BadSignature
    if seen == mark_of(stands):
        return []
    return [
        Difference(str(labels.get(name) or name), stands[name], sent.get(name))
        for name in stands
        if stands[name] != sent.get(name)
    ]
