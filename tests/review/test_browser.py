"""Granska in a real browser: accessible, by keyboard, with single keys that can be turned off, without JavaScript, on narrow screens."""

from __future__ import annotations

import re
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from graph.judgements import Said, load_entries
from graph.stores import open_store
from tests.pages.conftest import Open, Seen, check_accessibility


def said(kept: str) -> list[Said]:
    with closing(open_store(kept, mode="read")) as store:
        return [entry.judged for entry in load_entries(store)]


def judged(page: Page, words: str) -> None:
    expect(page.locator("[role=status]")).to_contain_text(words)


@pytest.mark.parametrize("language", ["", "?lang=en"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_page_is_accessible_whatever_it_shows(visit: Open, seen: Seen, kept: str, width: int, language: str) -> None:
    page = visit(f"/granska{language}", width)
    assert check_accessibility(page) == []
    page.locator("button[value=same]").click()
    expect(page.locator("[role=status]")).to_be_visible()
    assert check_accessibility(page) == [], "after an answer, with a history"
    for path in ("/granska?lista=hopslaget", "/granska/historik", "/granska?klart=gone"):
        page.goto(f"{seen.base}{path}")
        assert check_accessibility(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    with closing(open_store(kept, mode="write")):
        page.goto(f"{seen.base}/granska")
        page.locator("button[value=different]").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert check_accessibility(page) == [], "while another writes"
    assert [line for line in seen.console if "status of 503" not in line] == []
    assert seen.elsewhere == []


def test_all_judged_is_an_accessible_page_too(visit: Open, kept: str) -> None:
    page = visit("/granska")
    for left in range(4, -1, -1):
        page.locator("button[value=different]").click()
        expect(page.locator(".review-lists a").first).to_contain_text(f"({left})")
    assert check_accessibility(page) == []
    assert said(kept) == [Said.DIFFERENT] * 5


def test_three_keys_and_undo(visit: Open, seen: Seen, kept: str) -> None:
    page = visit("/granska")
    page.keyboard.press("s")
    judged(page, "Bedömt som samma")
    page.keyboard.press("o")
    judged(page, "Bedömt som olika")
    page.keyboard.press("v")
    judged(page, "Uppskjutet")
    page.locator("[role=status] button").click()
    judged(page, "tillbakatagen")
    assert said(kept) == [Said.SAME, Said.DIFFERENT, Said.LATER, Said.UNDO]
    assert seen.console == []


def test_keys_do_nothing_while_typing_nor_with_other_keys_held(visit: Open, kept: str) -> None:
    page = visit("/granska")
    page.locator("#skal").fill("")
    page.locator("#skal").focus()
    page.keyboard.type("sov vo")
    expect(page.locator("#skal")).to_have_value("sov vo")
    page.locator("h1").click()
    page.keyboard.press("Alt+s")
    page.keyboard.press("x")
    assert said(kept) == []
    page.locator("#skal").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Välj samma, olika eller vänta")
    expect(page.locator("#skal")).to_have_value("sov vo")
    assert said(kept) == [], "Return in a field chooses nothing"
    assert check_accessibility(page) == []


def test_single_keys_can_be_turned_off_and_stay_off(visit: Open, kept: str) -> None:
    page = visit("/granska")
    box = page.get_by_role("checkbox", name=re.compile("Snabbtangenter"))
    expect(box).to_be_checked()
    box.uncheck()
    page.keyboard.press("s")
    page.reload()
    expect(box).not_to_be_checked()
    page.keyboard.press("s")
    assert said(kept) == []
    box.check()
    page.keyboard.press("s")
    judged(page, "Bedömt som samma")


def test_without_javascript_the_forms_do_all_of_it(visit: Open, kept: str) -> None:
    page = visit("/granska", javascript=False)
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_label("Varför?").fill("samma sak")
    page.get_by_label("Ditt namn").fill("Åsa")
    page.get_by_role("button", name="Samma").click()
    judged(page, "Bedömt som samma")
    expect(page.locator(".judgements")).to_contain_text("samma sak")
    expect(page.get_by_label("Ditt namn")).to_have_value("Åsa")
    page.locator(".judgements button").click()
    judged(page, "Grafen är som den var")
    assert said(kept) == [Said.SAME, Said.UNDO]


def test_by_keyboard_alone_from_the_menu_to_an_answer(visit: Open, kept: str) -> None:
    page = visit("/")
    page.locator("nav.menu a", has_text="Granska").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/granska")
    page.locator("main").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "different":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
    page.keyboard.press("Enter")
    judged(page, "Bedömt som olika")
    assert said(kept) == [Said.DIFFERENT]


def test_targets_are_large_enough_to_hit(visit: Open) -> None:
    page = visit("/granska", 390)
    small = page.eval_on_selector_all(
        "main button:not(.hidden), main input:not([type=hidden], [type=checkbox]), .review-lists a, .steps-between a, .single-keys label",
        """all => all.map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
                  .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)""",
    )
    assert small == []
