"""Rules on weights and on the points of answers."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.catalogue.model import Framework
from prongsai.ita.catalogue.problems import Problem


def weights_sum_to_100(framework: Framework) -> Iterator[Problem]:
    """WEIGHTS: the weights of the three instruments are all given and make 100."""
    values = framework.weights.values
    if values is None:
        return
    path = ("weights", "values")
    missing = [name for name in ("IIT", "EIT", "OIT") if name not in values]
    if missing:
        yield Problem("WEIGHTS", f"ขาดน้ำหนักของ {' '.join(missing)}", path)
    elif (total := sum(values.values())) != 100:
        yield Problem("WEIGHTS", f"น้ำหนักรวมได้ {total} ต้องรวมเป็น 100", path)


def scales_match(framework: Framework) -> Iterator[Problem]:
    """POINTS: a scale has points for each answer, in the same order."""
    for key, scale in framework.scales.items():
        if len(scale.answers) != len(scale.points) or not scale.answers:
            counts = f"{len(scale.answers)} คำตอบ แต่ {len(scale.points)} คะแนน"
            yield Problem("POINTS", f"มาตราคำตอบ {key} มี {counts}", ("scales", key, "points"))
