"""Grids of tables from ruled lines, without any file."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from prongsai.ita.reading.pdf_grids import Area, grids_of
from prongsai.ita.reading.pdf_rules import Rules

sizes = st.lists(st.floats(12, 90), min_size=1, max_size=6)


def places(widths: list[float], start: float) -> list[float]:
    found = [start]
    for width in widths:
        found.append(found[-1] + width)
    return found


def ruled(across: list[float], down: list[float]) -> Rules:
    return Rules(
        level=[(y, across[0], across[-1]) for y in down],
        upright=[(x, down[0], down[-1]) for x in across],
    )


def near(one: tuple[float, ...], other: list[float]) -> bool:
    return len(one) == len(other) and all(abs(a - b) < 2 for a, b in zip(one, other, strict=True))


@given(sizes.filter(lambda widths: len(widths) > 1), sizes)
def test_a_whole_grid_gives_a_cell_for_each_row_and_column(widths, heights):
    across, down = places(widths, 50), places(heights, 70)
    (grid,) = grids_of(ruled(across, down))
    assert near(grid.across, across)
    assert near(grid.down, down)
    assert grid.areas == tuple(Area(row, column) for row in range(len(heights)) for column in range(len(widths)))


@given(sizes.filter(lambda widths: len(widths) > 1), sizes, st.randoms(use_true_random=False))
def test_lines_in_pieces_in_any_order_give_the_same_grid(widths, heights, chance):
    across, down = places(widths, 50), places(heights, 70)
    rules = Rules(
        level=[(y + chance.uniform(-0.4, 0.4), a - 1, b + 1) for y in down for a, b in pairwise(across)],
        upright=[(x + chance.uniform(-0.4, 0.4), a - 1, b + 1) for x in across for a, b in pairwise(down)],
    )
    chance.shuffle(rules.level)
    chance.shuffle(rules.upright)
    (grid,) = grids_of(rules)
    assert (grid.columns, grid.rows) == (len(widths), len(heights))
    assert all((area.rows, area.columns) == (1, 1) for area in grid.areas)


@given(sizes.filter(lambda widths: len(widths) > 1), sizes.filter(lambda heights: len(heights) > 1), st.data())
def test_a_point_falls_into_the_row_and_column_that_it_stands_in(widths, heights, data):
    across, down = places(widths, 50), places(heights, 70)
    (grid,) = grids_of(ruled(across, down))
    column = data.draw(st.integers(0, len(widths) - 1))
    row = data.draw(st.integers(0, len(heights) - 1))
    assert grid.box_at((across[column] + across[column + 1]) / 2, (down[row] + down[row + 1]) / 2) == (row, column)
    assert grid.box_at(across[-1] + 5, down[0]) is None


def test_a_missing_line_joins_two_cells():
    rules = ruled([0, 50, 100], [0, 20, 40])
    rules.level = [(0, 0, 100), (20, 50, 100), (40, 0, 100)]
    (grid,) = grids_of(rules)
    assert grid.areas == (Area(0, 0, rows=2), Area(0, 1), Area(1, 1))


def test_cells_that_hang_together_without_a_rectangle_are_taken_row_by_row():
    rules = ruled([0, 50, 100], [0, 20, 40])
    rules.level = [(0, 0, 100), (20, 50, 100), (40, 0, 100)]
    rules.upright = [(0, 0, 40), (50, 0, 20), (100, 0, 40)]
    (grid,) = grids_of(rules)
    assert grid.areas == (Area(0, 0), Area(0, 1), Area(1, 0, columns=2))


def test_a_table_open_at_its_sides_and_its_foot_is_closed_by_its_longest_lines():
    (grid,) = grids_of(Rules(level=[(0, 0, 100), (20, 0, 100)], upright=[(50, 0, 60)]))
    assert (grid.across, grid.down) == ((0, 50, 100), (0, 20, 60))


def test_two_tables_that_do_not_touch_are_two_and_one_column_is_none():
    left, right = ruled([0, 50, 100], [0, 20]), ruled([200, 250, 300], [0, 20])
    frame = ruled([0, 500], [100, 300])
    parts = (left, right, frame)
    assert (
        len(
            grids_of(
                Rules(
                    [line for part in parts for line in part.level], [line for part in parts for line in part.upright]
                )
            )
        )
        == 2
    )


def test_a_drawing_with_very_many_lines_is_no_table():
    many = [(float(n) * 6, 0.0, 20_000.0) for n in range(2_100)]
    assert grids_of(Rules(level=many, upright=list(many))) == []
