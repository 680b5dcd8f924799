from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

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


def test_of_several_items_those_with_like_titles_are_joined() -> None:
    plan, law = (
        replace(step(n, "sam", "2024-03-01", at), title=t)
        for n, at, t in (("p", 1, "Vård – regional plan"), ("l", 2, "Vård – lagar"))
    )
    film, approved = (
        replace(step(n, "chn", "2024-03-31", at), title=t)
        for n, at, t in (("f", 1, "Vård – film"), ("g", 2, "Vård, plan (regional)"))
    )
    assert hops([plan, law, film, approved]) == [("p", "g", 30, "inferred")]


def test_what_is_sent_on_without_a_day_must_come_up_within_a_year_or_so() -> None:
    late = step("b", "chn", "2026-03-31")
    assert hops([A, late], sending("a", "chn"))[0][3] == "inferred"
    assert hops([A, late], sending("a", "chn", "2026-03-01"))[0][3] == "stated"


def test_what_came_from_another_body_is_not_sent_on_by_the_item() -> None:
    again = step("c", "sam", "2024-05-01")
    received = replace(sending("a", "sam"), actor="forum:chn")
    assert hops([A, again], received)[0][3] == "inferred"
    assert hops([A, again], replace(received, actor="forum:sam"))[0][3] == "stated"
    assert hops([A, B], replace(sending("a", "chn"), actor="forum:other"))[0][3] == "stated"


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
