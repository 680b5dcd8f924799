"""Offsets and stretches in many spans: what a look at each of the spans would say."""

from itertools import combinations

import pytest

from graph.record import Span
from ingest.spans import Cover

_ENDS = range(12)
_SPANS = pytest.mark.parametrize(
    "spans", [[], [(2, 5)], [(6, 9), (0, 1), (3, 6)], [(1, 8), (2, 3), (5, 9)], [(4, 4), (4, 6), (8, 8)]]
)


@_SPANS
def test_offsets_in_any_of_the_spans(spans: list[Span]) -> None:
    cover = Cover(spans)
    assert [at for at in _ENDS if at in cover] == [at for at in _ENDS if any(start <= at < end for start, end in spans)]


@_SPANS
def test_stretches_that_share_an_offset_with_any_of_the_spans(spans: list[Span]) -> None:
    cover = Cover(spans)
    stretches = list(combinations(_ENDS, 2))
    shared = [(a, b) for a, b in stretches if any(start <= at < end for start, end in spans for at in range(a, b))]
    assert [stretch for stretch in stretches if cover.touches(*stretch)] == shared
