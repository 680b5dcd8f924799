from __future__ import annotations

import datetime as dt
import random

from graph.chains import Hop, Sending, Step, build_chain


def step(item: str, forum: str, date: str | None, position: int = 1, document: str = "d1", rank: int = 0) -> Step:
    day = dt.date.fromisoformat(date) if date else None
    return Step(item, position, f"{forum}:{date}", f"forum:{forum}", day, document, rank, (f"p-{item}-{document}",))


def hops(steps: list[Step], *sendings: Sending) -> list[tuple[str, str, int, str]]:
    return [(h.earlier, h.later, h.days, h.basis) for h in build_chain("topic:x", steps, sendings)]


def sending(item: str, forum: str, due: str | None = None, *, back: bool = False) -> Sending:
    return Sending(item, f"forum:{forum}", dt.date.fromisoformat(due) if due else None, ("p-words",), back)


A, B, C = step("a", "sam", "2024-03-01"), step("b", "chn", "2024-03-31"), step("c", "sam", "2024-05-01")


def test_time_order_over_forums() -> None:
    assert hops([C, A, B]) == [("a", "b", 30, "inferred"), ("b", "c", 31, "inferred")]


def test_a_hop_is_stated_when_the_earlier_item_names_the_forum_of_the_later() -> None:
    assert hops([A, B], sending("a", "chn")) == [("a", "b", 30, "stated")]
    assert hops([A, B], sending("a", "other")) == [("a", "b", 30, "inferred")]


def test_a_day_that_was_named_must_fit() -> None:
    assert hops([A, B], sending("a", "chn", "2024-03-31"))[0][3] == "stated"
    assert hops([A, B], sending("a", "chn", "2023-01-31"))[0][3] == "inferred"


def test_raised_by_the_forum_of_the_earlier_item() -> None:
    assert hops([A, B], sending("b", "sam", back=True))[0][3] == "stated"
    assert hops([A, B], sending("b", "chn", back=True))[0][3] == "inferred"


def test_one_item_alone_or_without_date_has_no_hop() -> None:
    assert hops([A]) == []
    assert hops([A, step("z", "chn", None)]) == []


def test_several_items_of_one_meeting() -> None:
    second = step("a2", "sam", "2024-03-01", position=2)
    later = [B, step("b2", "chn", "2024-03-31", position=2)]
    assert hops([A, second, *later]) == [("a2", "b", 30, "inferred")]
    assert hops([A, second, *later], sending("a", "chn")) == [("a", "b", 30, "stated")]


def test_minutes_speak_for_an_item_that_a_table_tells_of_too() -> None:
    table = step("b", "chn", "2024-03-31", document="d0", rank=1)
    (hop,) = build_chain("topic:x", [A, table, B], [])
    assert hop == Hop("a", "b", "topic:x", 30, "inferred", "d1", ("p-a-d1", "p-b-d1"))


def test_order_of_rows_does_not_matter() -> None:
    rows = [A, B, C, step("d", "chn", "2024-03-01"), step("c", "sam", "2024-05-01", document="d2")]
    said = [sending("a", "chn"), sending("b", "sam"), sending("c", "chn")]
    first = build_chain("topic:x", rows, said)
    rng = random.Random(3)
    for _ in range(5):
        rng.shuffle(rows)
        rng.shuffle(said)
        assert build_chain("topic:x", rows, said) == first
