from __future__ import annotations

import pytest

from fuzz.campaign import FEWEST, campaign
from fuzz.seeds import KINDS

SECONDS = 2.0


@pytest.mark.parametrize("kind", KINDS)
def test_no_spoilt_file_crashes_hangs_or_writes(kind, tmp_path):
    outcome = campaign(kind, SECONDS, seed=2567)
    assert [what for what, _ in outcome.failures] == []
    assert outcome.tried > FEWEST
    assert outcome.endings["read"] >= 1
