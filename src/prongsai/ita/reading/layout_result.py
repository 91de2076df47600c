"""What a reader of one file format gives: the blocks of the paper, and what a person should know of the file."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.ita.reading.layout import Block
from prongsai.ita.thai.refusal import Notice


@dataclass(frozen=True, slots=True)
class Layout:
    """Blocks in the order of the paper. Each notice has a kebab-case rule: it becomes a warning of that code."""

    blocks: tuple[Block, ...]
    notices: tuple[Notice, ...] = ()
