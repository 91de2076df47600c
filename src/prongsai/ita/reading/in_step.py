"""Settles which indicator a numbered entry means where its name contradicts its number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class InStep:
    """Watches a list whose numbers are those of the indicators.

    Papers sometimes print one name twice. In a list that has run in step with the indicators the number is believed, in
    any other list (numbered anew for each instrument) the name.
    """

    _last: int = 0
    _agreed: int = 0

    def settle(self, number: int, named: int) -> int:
        """Give the indicator of the entry with this number in front and this indicator named."""
        if number == named:
            self._agreed = self._agreed + 1 if number == self._last + 1 else 1
            self._last = number
            return named
        if number == self._last + 1 and self._agreed > 1:
            self._last = number
            return number
        self._agreed = self._last = 0
        return named
