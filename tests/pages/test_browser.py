"""The pages in a real browser: accessible, usable by keyboard, fitting on narrow screens, silent, and asking nobody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.api.served import Web
from tests.pages.addresses import MISSING, PAGES
from tests.pages.conftest import Open, Seen, check_accessibility, first_document_link

ALL = {**PAGES, **{name: path for name, (path, _) in MISSING.items()}}
EXPECTED_CONSOLE = re.compile(r"^error: Failed to load resource: the server responded with a status of 4\d\d")
"""Chromium itself says so when the page that was asked for is an error page."""


def slips(seen: Seen) -> list[str]:
    return [line for line in seen.console if not EXPECTED_CONSOLE.match(line)]


@pytest.mark.parametrize("name", ALL)
def test_pages_are_accessible_and_silent(visit: Open, seen: Seen, name: str) -> None:
    page = visit(ALL[name])
    assert check_accessibility(page) == []
    assert slips(seen) == []
    assert seen.elsewhere == []


@pytest.mark.parametrize("name", ["start", "trace", "never attended", "presenters", "topic", "decisions", "ambiguous"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_english_pages_are_accessible_too(visit: Open, name: str, width: int) -> None:
    path = ALL[name]
    page = visit(f"{path}{'&' if '?' in path else '?'}lang=en", width)
    assert check_accessibility(page) == []


def test_a_document_is_accessible_with_its_quote_marked(visit: Open, seen: Seen, web: Web) -> None:
    page = visit(first_document_link(web) + "#q")
    assert check_accessibility(page) == []
    mark = page.locator("mark#q")
    expect(mark).to_be_in_viewport()
    assert slips(seen) == []
    assert seen.elsewhere == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_makes_a_page_scroll_sideways(visit: Open, web: Web, width: int) -> None:
    page = visit("/", width)
    base = page.url.rstrip("/")
    wide = []
    for path in [*ALL.values(), first_document_link(web)]:
        page.goto(base + path)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(path)
    assert wide == []


def test_targets_are_large_enough_to_hit(visit: Open) -> None:
    """At least 24 by 24 pixels, apart from links within sentences and lists of names (where size follows the text)."""
    for name in ("start", "trace", "never attended", "presenters", "topic", "search"):
        page = visit(PAGES[name], 390)
        small = page.eval_on_selector_all(
            "button, input:not([type=hidden]), select, summary, nav a, .pills a, .primary, .exports a, .jumps a",
            """all => all.filter(one => one.checkVisibility()).map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
                      .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24)).map(([html]) => html)""",
        )
        assert small == [], name


@pytest.mark.parametrize("name", ["follow-up", "stalled", "topic", "forum"])
@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_said_beside_a_link_with_a_sign_stands_beside_it_on_every_line(visit: Open, name: str, width: int) -> None:
    page = visit(PAGES[name], width)
    out = page.eval_on_selector_all(
        ".signed .node, .signed + .quiet, .signed > .quiet, .tie .tag",
        """all => all.filter(one => one.checkVisibility()).filter(one => {
               const sign = (one.closest('.tie, .signed') || one.previousElementSibling).querySelector('.sign');
               const edge = sign.getBoundingClientRect().right;
               return [...one.getClientRects()].some(line => line.width > 0 && line.left < edge);
           }).map(one => one.textContent)""",
    )
    assert out == []


def test_the_way_by_keyboard_from_the_start_to_the_words(visit: Open) -> None:
    page = visit("/")
    page.keyboard.press("Tab")
    expect(page.locator("a.skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("SPAK")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok?q=SPAK")
    press_until(page, lambda: "trace?topic=" in focused(page))
    page.keyboard.press("Enter")
    page.wait_for_url("**/fraga/trace**")
    press_until(page, lambda: "start=" in focused(page), 120)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"
    page.keyboard.press("Enter")
    page.wait_for_url("**/dokument/**")
    expect(page.locator("mark#q")).to_be_in_viewport()


def focused(page: Page) -> str:
    found = page.evaluate("document.activeElement.checkVisibility() ? document.activeElement.getAttribute('href') || '' : ''")
    return str(found)


def press_until(page: Page, reached: object, limit: int = 60) -> None:
    for _ in range(limit):
        page.keyboard.press("Tab")
        if callable(reached) and reached():
            return
        # Evidence lies folded: a reader opens it on the way.
        if page.evaluate("document.activeElement.matches('details.evidence:not([open]) > summary')"):
            page.keyboard.press("Enter")
    raise AssertionError(f"not reached in {limit} steps")


def test_the_attendance_table_is_walked_with_arrows_and_opens_its_words(visit: Open) -> None:
    page = visit(PAGES["never attended"])
    cells = page.locator("button.cell")
    assert cells.evaluate_all("all => all.filter(one => one.tabIndex === 0).length") == 1
    cells.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label != cells.first.get_attribute("aria-label")
    anchor = page.evaluate("document.activeElement.getAttribute('popovertarget')")
    page.keyboard.press("Enter")
    proof = page.locator(f"#{anchor}")
    expect(proof).to_be_visible()
    assert check_accessibility(page) == []
    page.keyboard.press("Escape")
    expect(proof).not_to_be_visible()
    assert page.evaluate("document.activeElement.getAttribute('popovertarget')") == anchor


def test_without_javascript_the_pages_still_answer(visit: Open) -> None:
    page = visit("/", javascript=False)
    page.locator(".search input").fill("SPAK")
    page.locator(".search button").click()
    expect(page.locator("h1")).to_contain_text("SPAK")
    page.locator(".ask-about a").first.click()
    expect(page.locator("svg.swimlanes")).to_be_visible()
    page.goto(page.url.partition("/fraga")[0] + PAGES["never attended"])
    cell = page.locator("button.cell").first
    cell.click()
    expect(page.locator(f"#{cell.get_attribute('popovertarget')}")).to_be_visible()


def test_forms_fill_in_what_was_asked_and_ask_anew(visit: Open) -> None:
    page = visit(PAGES["trace"])
    page.locator("details.asked summary").click()
    expect(page.locator("#trace-topic")).to_have_value("SPAK")
    page.locator("#trace-to").select_option(label="Välfärdsrådet (VFR)")
    page.locator("details.asked button").click()
    page.wait_for_url("**/fraga/trace?**to=VFR**")
    expect(page.locator("h1")).to_contain_text("SPAK")


def test_the_language_switch_keeps_the_question(visit: Open) -> None:
    page = visit(PAGES["presenters"])
    page.locator("a.language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text("Who has presented SPAK?")
    page.locator("nav.menu a").first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("a.language").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


@pytest.mark.parametrize("path", ["/natverk/topic:spak", "/natverk/forum:vfr", "/natverk/meeting:vfr:2022-12-01"])
def test_the_network_draws_itself_and_asks_nobody(visit: Open, seen: Seen, path: str) -> None:
    page = visit(path)
    page.wait_for_function("typeof network !== 'undefined'")
    drawn = page.evaluate(
        """() => { const canvas = document.querySelector('#mynetwork canvas'), data = canvas.getContext('2d')
             .getImageData(0, 0, canvas.width, canvas.height).data; const seen = new Set();
             for (let i = 0; i < data.length; i += 4) seen.add(data[i] + ',' + data[i + 1] + ',' + data[i + 2]);
             return seen.size; }"""
    )
    assert drawn > 20
    positions = page.evaluate("network.getPositions()")
    page.locator("#closer").click()
    assert page.evaluate("network.getPositions()") == positions
    assert page.evaluate("document.doctype !== null && document.compatMode") == "CSS1Compat"
    assert slips(seen) == []
    assert seen.elsewhere == []
    assert seen.dialogs == []
    assert check_accessibility(page) == []


def test_a_click_in_the_network_is_shown_in_the_list_beside_it(visit: Open, seen: Seen) -> None:
    page = visit(PAGES["topic"])
    page.locator("iframe[data-network]").scroll_into_view_if_needed()
    expect(page.frame_locator("iframe[data-network]").locator("#closer")).to_be_visible(timeout=30_000)
    frame = next(one for one in page.frames if "/natverk/" in one.url)
    frame.wait_for_function("typeof network !== 'undefined'")
    first = page.locator("[data-node]").first
    node = first.get_attribute("data-node")
    place = frame.evaluate(
        "id => { const at = network.canvasToDOM(network.getPosition(id)); return [at.x, at.y + document.querySelector('#mynetwork').offsetTop]; }",
        node,
    )
    box = page.locator("iframe[data-network]").bounding_box()
    assert box
    page.mouse.click(box["x"] + place[0], box["y"] + place[1])
    expect(page.locator(f'[data-node="{node}"].chosen').first).to_be_visible()
    assert slips(seen) == []


def test_a_message_from_elsewhere_is_not_heard(visit: Open) -> None:
    page = visit(PAGES["topic"])
    node = page.locator("[data-node]").first.get_attribute("data-node")
    page.evaluate("id => window.postMessage({arendegang: 'node', id: id}, '*')", node)
    page.evaluate("() => new Promise(done => setTimeout(done, 0))")
    assert page.locator(".chosen").count() == 0


def test_the_network_as_a_file_needs_nothing_beside_itself(visit: Open, seen: Seen, web: Web, tmp_path: Path) -> None:
    file = tmp_path / "nätverk.html"
    file.write_bytes(web.get("/natverk/topic:spak/fil").content)
    page = visit("/")
    seen.elsewhere.clear()
    page.goto(file.as_uri())
    page.wait_for_function("typeof network !== 'undefined'")
    assert [url for url in seen.elsewhere if url != file.as_uri()] == []
    assert slips(seen) == []


def test_hostile_words_do_nothing_in_the_browser(visit: Open, seen: Seen, web: Web) -> None:
    page = visit("/dokument")
    base = page.url.partition("/dokument")[0]
    link = page.locator("tr", has_text="onerror").locator("a").first.get_attribute("href")
    assert link
    for path in (
        link,
        "/entitet/meeting:vfr:2022-12-01",
        "/natverk/meeting:vfr:2022-12-01",
        *PAGES.values(),
        "/sok?q=%3Cscript%3Ealert(1)%3C/script%3E",
    ):
        page.goto(base + path)
        assert page.title() != "taken"
    assert seen.dialogs == []
    assert seen.elsewhere == []
    assert slips(seen) == []


def test_a_page_that_is_printed_has_its_words_and_no_frame(visit: Open) -> None:
    page = visit(PAGES["never attended"])
    page.emulate_media(media="print")
    expect(page.locator("header.site-header")).to_be_hidden()
    expect(page.locator(".popover blockquote").first).to_be_visible()
    expect(page.locator("table.attendance")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('thead')).display") == "table-header-group"


def test_motion_is_reduced_when_asked_for(visit: Open) -> None:
    page = visit(PAGES["trace"], reduced_motion="reduce")
    longest = page.evaluate(
        "Math.max(...[...document.querySelectorAll('*')].map(one => parseFloat(getComputedStyle(one).animationDuration) || 0))"
    )
    assert longest < 0.001


CONTRASTS = {
    # On drawings and in the network axe cannot tell; (ink, ground, least ratio)
    "dates": ("--ink", "--card", 4.5),
    "small print": ("--soft", "--ground", 4.5),
    "chip words": ("--accent-dark", "--card", 4.5),
    "open": ("--open", "--open-tint", 4.5),
    "late": ("--late", "--late-tint", 4.5),
    "hop line": ("--accent", "--card", 3),
    "open line": ("--open", "--card", 3),
    "present": ("--present", "--card", 3),
    "focus": ("--focus", "--ground", 3),
    "field border": ("--line-strong", "--card", 3),
}


@pytest.mark.parametrize("name", CONTRASTS)
def test_colours_of_drawings_stand_out(visit: Open, name: str) -> None:
    ink, ground, least = CONTRASTS[name]
    page = visit("/")
    values = page.evaluate(
        "names => names.map(name => getComputedStyle(document.documentElement).getPropertyValue(name).trim())", [ink, ground]
    )
    assert contrast(values[0], values[1]) >= least


def contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        digits = colour.lstrip("#")
        digits = "".join(2 * c for c in digits) if len(digits) == 3 else digits
        parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)
