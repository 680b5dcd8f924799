from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from api.pages.paging import ROWS_SHOWN, first_row, part_of
from tests.api.served import Web


def address(first: int | None) -> str:
    return "/x" if first is None else f"/x?fran={first}"


@given(st.integers(0, 500), st.integers(1, 60))
def test_following_the_links_shows_every_row_once(total: int, size: int) -> None:
    rows, seen, first = list(range(total)), [], 0
    for _ in range(total // size + 2):
        part = part_of(rows, first, address, size)
        seen += part.rows
        if part.next_href is None:
            break
        first = first_row(part.next_href.partition("=")[2])
    assert seen == rows
    assert part.is_all == (total <= size)


@given(st.integers(1, 500), st.integers(0, 10**9), st.integers(1, 60))
def test_any_number_shows_rows_and_says_which(total: int, first: int, size: int) -> None:
    rows = list(range(total))
    part = part_of(rows, first, address, size)
    assert part.rows == rows[part.first : part.last]
    assert 0 < len(part.rows) <= size
    assert (part.previous_href is None) == (part.first == 0)
    assert (part.next_href is None) == (part.last == total)


def test_the_first_page_has_the_plain_address() -> None:
    assert part_of(range(30), 10, address, 10).previous_href == "/x"
    assert part_of(range(30), 20, address, 10).previous_href == "/x?fran=10"


def test_what_is_no_number_is_the_beginning() -> None:
    assert [first_row(text) for text in (None, "", "-1", "1e9", "²", "x", "0012", "9" * 12)] == [0, 0, 0, 0, 0, 0, 12, 0]


def test_a_long_answer_says_which_rows_it_shows_and_leads_on(web: Web) -> None:
    """The agenda items of all sample documents are fewer than a page holds, so a page that begins in the middle is asked for."""
    page = web.get("/fraga/decisions", params={"fran": "7"})
    assert page.status_code == 200
    total = len(web.get("/api/v1/queries/decisions").json()["rows"])
    assert 7 < total <= ROWS_SHOWN
    assert f"Rad 8–{total} av {total}" in page.text
    assert 'href="/fraga/decisions" rel="prev"' in page.text
    assert len(re.findall(r"<tr>\s*<td", page.text)) == total - 7
    assert web.get("/api/v1/queries/decisions", params={"fran": "7"}).status_code == 422
