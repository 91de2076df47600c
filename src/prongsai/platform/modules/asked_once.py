"""One question asked once: while a page hears all rooms, what several of them ask of the records is answered once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Answer = TypeVar("Answer")
_answers: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers of one page", default=None)


@contextmanager
def asking_once() -> Iterator[None]:
    """Remember answers inside. Nothing may be changed meanwhile: it is for pages that gather and only read."""
    token = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(token)


def once(question: Hashable, ask: Callable[[], Answer]) -> Answer:
    """Give the answer to a question, remembered inside `asking_once`, asked anew everywhere else.

    `question` names it with all that the answer hangs on but the agency: one page is of one agency.
    """
    known = _answers.get()
    if known is None:
        return ask()
    if question not in known:
        known[question] = ask()
    answer: Answer = known[question]
    return answer
