"""Where the labels of a radar stand: around it, broken into lines that fit, moved apart where they would meet."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from prongsai.ita.papers.blocks import Radar
from prongsai.ita.writing.figures import score_text
from prongsai.ita.writing.svg.canvas import WIDTH, Anchor, Canvas
from prongsai.ita.writing.svg.lines import fitting_lines

RADIUS = 84.0
LABEL_SIZE = 12
_LINE = 15.0
_GAP = 9.0
_BETWEEN = 4.0
_EDGE = 2.0


@dataclass(slots=True)
class AxisLabel:
    """The lines of a label; the last one is its figure. `y` is the middle of the block."""

    lines: Sequence[str]
    x: float
    y: float
    anchor: Anchor

    @property
    def height(self) -> float:
        """How high the block is."""
        return len(self.lines) * _LINE

    def write(self, canvas: Canvas) -> None:
        """Write the lines."""
        baseline = self.y - self.height / 2 - 4
        for n, line in enumerate(self.lines, start=1):
            baseline += _LINE
            canvas.text(self.x, baseline, line, size=LABEL_SIZE, anchor=self.anchor, bold=n == len(self.lines))


@dataclass(frozen=True, slots=True)
class PlacedLabels:
    """All labels, the height of the centre between them, and where they end."""

    labels: Sequence[AxisLabel]
    middle: float
    bottom: float


def place_labels(canvas: Canvas, chart: Radar) -> PlacedLabels:
    """Place a label at the end of each axis; the drawing becomes as high as they need."""
    labels = [_label(canvas, chart, n) for n in range(len(chart.axes))]
    for side in ("start", "end"):
        _move_apart([label for label in labels if label.anchor == side])
    top = min(-RADIUS, *(label.y - label.height / 2 for label in labels))
    for label in labels:
        label.y -= top
    bottom = max(RADIUS - top, *(label.y + label.height / 2 for label in labels))
    return PlacedLabels(labels, -top, bottom)


def _label(canvas: Canvas, chart: Radar, n: int) -> AxisLabel:
    step = 2 * math.pi / len(chart.axes)
    angle = n * step
    x, y = math.sin(angle), -math.cos(angle)
    anchor: Anchor = "start" if x > 0.1 else "end" if x < -0.1 else "middle"
    reach = RADIUS * abs(x) + _GAP
    room = 2 * RADIUS * math.sin(min(step, math.pi / 2)) if anchor == "middle" else WIDTH / 2 - reach - _EDGE
    value = chart.series[0].values[n]
    weak = chart.mark is not None and value is not None and value < chart.mark
    lines = fitting_lines(canvas.printed(chart.axes[n]), room, LABEL_SIZE)
    lines.append(canvas.printed(score_text(value, weak=weak)))
    height = len(lines) * _LINE
    at = y * (RADIUS + _GAP) + (math.copysign(height / 2, y) if anchor == "middle" else y * height / 3)
    return AxisLabel(lines, WIDTH / 2 + (0 if anchor == "middle" else math.copysign(reach, x)), at, anchor)


def _move_apart(labels: list[AxisLabel]) -> None:
    """Push the labels of one side apart, and the whole side back to its middle."""
    labels.sort(key=lambda label: label.y)
    before = sum(label.y for label in labels)
    for upper, lower in pairwise(labels):
        lower.y = max(lower.y, upper.y + (upper.height + lower.height) / 2 + _BETWEEN)
    pushed = sum(label.y for label in labels) - before
    for label in labels:
        label.y -= pushed / len(labels)
