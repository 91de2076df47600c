"""The program that reads a framework in a process of its own: `python -m prongsai.ita.reading.framework.child`.

It answers the framework as `yaml`, or all its `problems`; see `child_program`.
"""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.ita.reading.child_program import Answer, Order, serve
from prongsai.ita.reading.limits import allow_only_reading

MOST_PROBLEMS = 200


def _framework(data: bytes, order: Order) -> Iterator[Answer]:
    from prongsai.ita.catalogue import CatalogueError, load_topics, to_yaml  # noqa: PLC0415 - loaded under the limits
    from prongsai.ita.catalogue.workbook import read_workbook  # noqa: F401, PLC0415
    from prongsai.ita.reading.answers import refusal_as_json  # noqa: PLC0415
    from prongsai.ita.reading.framework.opening import read_framework  # noqa: PLC0415

    load_topics()
    allow_only_reading()
    try:
        framework = read_framework(data, order["name"])
    except CatalogueError as error:
        yield {"problems": [refusal_as_json(problem) for problem in error.problems[:MOST_PROBLEMS]]}
    else:
        yield {"yaml": to_yaml(framework)}


if __name__ == "__main__":
    serve({"framework": _framework})
