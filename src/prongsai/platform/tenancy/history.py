"""Keeps every version of a row: who changed it, when, and from what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import pghistory
from django.db import models

Row = TypeVar("Row", bound=models.Model)


def tracked(*, leaving_out: Sequence[str] = ()) -> Callable[[type[Row]], type[Row]]:
    """Keep the history of a model's rows: each insert, each real change, each deletion.

    Triggers of the database write it into a table of their own (`<model>event`), together with who speaks; code cannot
    forget to, and the application may neither write nor change that table. Fields that must not be kept for ever, such
    as the hash of a passphrase, are named in `leaving_out`.

    Never for answers to surveys or for sealed reports: a history tells the exact time and who acted.
    """
    events = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())

    def decorate(model: type[Row]) -> type[Row]:
        follow = pghistory.track(
            *events,
            exclude=list(leaving_out) or None,
            # Beside the row, not in a table of contexts: that one would have to be changed again and again.
            context_field=pghistory.ContextJSONField(),
        )
        follow(model)
        return model

    return decorate
