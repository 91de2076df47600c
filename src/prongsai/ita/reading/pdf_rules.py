"""Finds the ruled lines of a PDF page: borders of tables drawn as strokes, as boxes or as very thin filled boxes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from prongsai.ita.reading.pdf_view import Point, View

Matrix = tuple[float, float, float, float, float, float]
Handle: TypeAlias = Any
"""A pointer to an object of a page, as pdfium gives it."""

_THIN = 3.0
"""Points up to which a filled box is a line."""

_STRAIGHT = 0.7
_MOST_SEGMENTS = 60_000
_DEEPEST = 6
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(slots=True)
class Rules:
    """Level lines as (height, left, right), upright lines as (across, upper, lower), in points as shown.

    `pictured` is the area covered by pictures, as a share of the page.
    """

    level: list[tuple[float, float, float]] = field(default_factory=list)
    upright: list[tuple[float, float, float]] = field(default_factory=list)
    pictured: float = 0.0


def rules_of(page: pypdfium2.PdfPage, view: View) -> Rules:
    """Give the ruled lines of a page. Curves and slanted lines are left out, as are drawings with very many lines."""
    rules = Rules()
    segments = 0
    for kind, handle, matrix in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            rules.pictured += _area(matrix) / max(view.width * view.height, 1.0)
            continue
        segments += pdfium.FPDFPath_CountSegments(handle)
        if segments > _MOST_SEGMENTS:
            return Rules(pictured=rules.pictured)
        _add_path(rules, handle, matrix, view)
    return rules


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Handle, Matrix]]:
    """Give paths and pictures with the matrix that brings them on the page; those in forms as well."""
    for n in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _opened(pdfium.FPDFPage_GetObject(page, n), _SAME, 0)


def _opened(handle: Handle, outer: Matrix, depth: int) -> Iterator[tuple[int, Handle, Matrix]]:
    kind = pdfium.FPDFPageObj_GetType(handle)
    if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
        return
    matrix = _times(_matrix(handle), outer)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield kind, handle, matrix
    elif depth < _DEEPEST:
        for n in range(pdfium.FPDFFormObj_CountObjects(handle)):
            yield from _opened(pdfium.FPDFFormObj_GetObject(handle, n), matrix, depth + 1)


def _matrix(handle: Handle) -> Matrix:
    raw = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, raw):
        return _SAME
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _area(matrix: Matrix) -> float:
    a, b, c, d, _, _ = matrix
    return abs(a * d - b * c)


def _add_path(rules: Rules, handle: Handle, matrix: Matrix, view: View) -> None:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, filled, stroked)
    for points in _outlines(handle, matrix, view):
        if stroked.value:
            for start, end in pairwise(points):
                _add_stroke(rules, start, end)
        elif filled.value:
            _add_box(rules, points)


def _outlines(handle: Handle, matrix: Matrix, view: View) -> Iterator[list[Point]]:
    """Give the straight outlines of a path as shown; one with a curve is left out."""
    x, y = ctypes.c_float(), ctypes.c_float()
    a, b, c, d, e, f = matrix
    points: list[Point] = []
    curved = False
    for n in range(pdfium.FPDFPath_CountSegments(handle)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, n)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1 and not curved:
                yield points
            points, curved = [], False
        curved = curved or kind == pdfium.FPDF_SEGMENT_BEZIERTO
        points.append(view.shown(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1 and not curved:
        yield points


def _add_stroke(rules: Rules, start: Point, end: Point) -> None:
    (x0, y0), (x1, y1) = start, end
    if abs(y0 - y1) <= _STRAIGHT and abs(x0 - x1) > _STRAIGHT:
        rules.level.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    elif abs(x0 - x1) <= _STRAIGHT and abs(y0 - y1) > _STRAIGHT:
        rules.upright.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _add_box(rules: Rules, points: list[Point]) -> None:
    """Take a filled box for a line where it is thin; a dot of a dotted border may belong to either direction."""
    across = [point[0] for point in points]
    down = [point[1] for point in points]
    left, right, upper, lower = min(across), max(across), min(down), max(down)
    if lower - upper <= _THIN:
        rules.level.append(((upper + lower) / 2, left, right))
    if right - left <= _THIN:
        rules.upright.append(((left + right) / 2, upper, lower))
