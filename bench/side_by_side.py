"""Alternates candidates in one run and compares their medians: on a shared machine only ratios mean anything."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """One hot path: our way first, then what stands beside it."""

    name: str
    candidates: Mapping[str, Callable[[], object]]
    rounds: int = 9


def medians(case: Case) -> dict[str, float]:
    """Give the median seconds of each candidate, all of them once per round after a round to warm up."""
    times: dict[str, list[float]] = {name: [] for name in case.candidates}
    for round_number in range(case.rounds + 1):
        for name, run in case.candidates.items():
            begun = time.perf_counter()
            run()
            if round_number:
                times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(values) for name, values in times.items()}


def show(case: Case) -> None:
    """Print the medians and their ratios to ours."""
    measured = medians(case)
    ours = next(iter(measured.values()))
    print(f"\n{case.name} (median of {case.rounds})")
    for name, seconds in measured.items():
        print(f"  {name:<44} {seconds * 1000:>9.1f} ms   {seconds / ours:>7.2f} x ours")
