"""Offsets in many spans: what a look at each of them would say."""

import pytest

from graph.record import Span
from ingest.spans import Cover


@pytest.mark.parametrize("spans", [[], [(2, 5)], [(6, 9), (0, 1), (3, 6)], [(1, 8), (2, 3), (5, 9)], [(4, 4), (4, 6), (8, 8)]])
def test_offsets_in_any_of_the_spans(spans: list[Span]) -> None:
    cover = Cover(spans)
    assert [at for at in range(12) if at in cover] == [at for at in range(12) if any(start <= at < end for start, end in spans)]
