"""How a try to send ended, where it did not end well. `trouble` is a word that is shown, never what a server wrote."""

from __future__ import annotations


class Failure(Exception):  # noqa: N818 - what happened outside, not a fault of the program
    """A message that did not go out. `stops_channel`: the next one would fare no better now."""

    def __init__(self, trouble: str, *, stops_channel: bool = False) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.stops_channel = stops_channel


class NotAccepted(Failure):
    """Nobody took it: it may be sent again later."""


class Unknown(Failure):
    """It may have been taken, and the answer was lost."""


class Never(Failure):
    """It will never be taken for this address."""
