"""The pages as HTML: what each shows, that words lead to where they stand, and that nothing of a document becomes mark-up."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from graph.stores import open_store
from queries import catalogue, run
from tests.api.served import SAMPLES, TODAY, Web, application, client, fill_store, sample_files
from tests.pages.addresses import MISSING, PAGES
from tests.pages.conftest import HOSTILE_NAME, first_document_link

TAG = re.compile(r"<[^>]+>")


def words(page: str) -> str:
    """What a person reads: without tags, entities resolved, white space as single spaces."""
    return " ".join(html.unescape(TAG.sub(" ", page)).split())


@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_answers_in_both_languages(web: Web, path: str, language: str) -> None:
    mark = "&" if "?" in path else "?"
    answer = web.get(f"{path}{mark}lang={language}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.text.count("<h1") == 1
    assert "style=" not in answer.text
    assert "<script>" not in answer.text


@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_headers_keep_everything_else_out(web: Web, path: str) -> None:
    headers = web.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert "frame-ancestors 'self'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("trace", "/fraga/trace"),
        ("never attended", "/fraga/never-attended"),
        ("attendance", "/fraga/never-attended"),
        ("presenters", "/fraga/presenters"),
        ("meetings", "/fraga"),
        ("follow-up", "/fraga"),
        ("stalled", "/fraga"),
        ("flows", "/fraga"),
        ("as of", "/fraga"),
        ("documents", "/dokument"),
    ],
)
def test_the_menu_tells_where_one_is(web: Web, name: str, entry: str) -> None:
    assert re.findall(r'<a href="([^"]+)" aria-current="page">', web.get(PAGES[name]).text) == [entry]


@pytest.mark.parametrize(("path", "status"), MISSING.values(), ids=list(MISSING))
def test_slips_are_told_as_pages_with_a_way_on(web: Web, path: str, status: int) -> None:
    answer = web.get(path)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.text.count("<h1") == 1
    assert 'href="/"' in answer.text


def test_an_ambiguous_name_is_asked_back_and_each_choice_answers(web: Web) -> None:
    page = web.get(MISSING["ambiguous"][0]).text
    assert "Menade du" in page
    choices = re.findall(r'<li>.*?href="(/fraga/never-attended\?forum=forum:[^"]+)"', page)
    assert len(choices) > 1
    for choice in choices:
        assert web.get(html.unescape(choice)).status_code == 200


def test_links_keep_the_language(web: Web) -> None:
    for path in (
        "/?lang=en",
        "/fraga/trace?topic=SPAK&lang=en",
        "/entitet/topic:spak?lang=en",
        "/dokument?lang=en",
        "/nope?lang=en",
    ):
        page = web.get(path).text
        for link in re.findall(r'<a [^>]*href="([^"]+)"', page):
            link = html.unescape(link)
            if link.startswith(("#", "/api/v1", "/openapi.json")) or "hreflang" in link:
                continue
            other = f'href="{html.escape(link)}" lang="sv" hreflang="sv"' in page
            assert "lang=en" in link or other, (path, link)
        for form in re.findall(r"<form.*?</form>", page, re.DOTALL):
            assert '<input type="hidden" name="lang" value="en">' in form


def test_no_link_of_any_page_is_dead(web: Web) -> None:
    asked: set[str] = set()
    for path in PAGES.values():
        for link in re.findall(r'(?:href|src)="([^"]+)"', web.get(path).text):
            address = html.unescape(link).partition("#")[0]
            if address and address not in asked and len(asked) < 260:
                asked.add(address)
                assert web.get(address).status_code in (200, 308), (path, address)
    assert len(asked) > 100


def test_every_anchor_that_a_page_links_to_is_on_it(web: Web) -> None:
    for path in [*PAGES.values(), first_document_link(web)]:
        page = web.get(path).text
        ids = set(re.findall(r'\bid="([^"]+)"', page))
        wanted = set(re.findall(r'href="#([^"]+)"', page)) | set(re.findall(r'popovertarget="([^"]+)"', page))
        assert wanted <= ids, (path, wanted - ids)
        assert len(re.findall(r'\bid="([^"]+)"', page)) == len(ids), path


def test_start_shows_what_the_store_holds(web: Web) -> None:
    page = words(web.get("/").text)
    assert re.search(rf"dokument {len(sample_files()) + 1}\b", page)
    assert "Hur har SPAK rört sig?" in page
    assert "Vilka kommuner har inte varit med i VFR?" in page
    assert "Senaste möten" in page
    assert "Så säkert är underlaget" in page


def test_a_trace_tells_its_finding_its_steps_and_their_words(web: Web, sample_store: str) -> None:
    store = open_store(sample_store, mode="read")
    answer = run(store, "trace", {"topic": "SPAK"}, TODAY)
    store.close()
    raw = web.get(PAGES["trace"]).text
    page = words(raw)
    assert "".join(answer.finding.split()) in "".join(page.split())
    hops = [row.hop for row in answer.rows if row.hop]
    assert len(re.findall(r'<div class="hop [^"]*" id="steg-\d+"', raw)) == len(hops)
    assert raw.count('class="chip ') >= len(hops) - 2
    for style, wanted in (
        ("open", sum(hop.open for hop in hops)),
        ("inferred", sum(not hop.open and hop.basis == "inferred" for hop in hops)),
        ("stated", sum(not hop.open and hop.basis == "stated" for hop in hops)),
    ):
        assert len(re.findall(rf'<div class="hop {style}[ "]', raw)) == wanted
    for row in answer.rows:
        for source in row.sources:
            assert " ".join((source.words or "").split()) in page
    past_due = [hop for hop in hops if hop.past_due]
    assert past_due
    assert page.count("svar väntades") >= len(past_due) - sum(hop.overdue for hop in past_due) > 0
    assert page.index("Skickat vidare, inget svar än") > 0


def test_attendance_tells_every_status_by_sign_and_word(web: Web) -> None:
    raw = web.get(PAGES["never attended"]).text
    page = words(raw)
    for word in ("Närvarande", "Frånvarande", "Okänt", "Motstridigt", "Nämns inte"):
        assert word in page
    cells = re.findall(r'class="cell ([a-z-]+)" popovertarget="([^"]+)" aria-label="([^"]+)"', raw)
    assert {status for status, _, _ in cells} == {"present", "absent", "unknown", "conflicting", "not-mentioned"}
    for status, anchor, label in cells:
        assert {"present": "Närvarande", "absent": "Frånvarande", "unknown": "Okänt"}.get(status, "") in label
        proof = raw.partition(f'id="{anchor}"')[2].partition('popovertargetaction="hide"')[0]
        assert status == "not-mentioned" or "<blockquote" in proof, label


def test_the_lowest_attendance_comes_first(web: Web) -> None:
    table = web.get(PAGES["never attended"]).text.partition("<tbody>")[2].partition("</tbody>")[0]
    shares = [(int(a), int(b)) for a, b in re.findall(r"<b>(\d+)</b> av <b>(\d+)</b>", table)]
    ratios = [a / b for a, b in shares if b]
    assert ratios == sorted(ratios)
    assert table.count('class="never"') == sum(a == 0 for a, b in shares)


def test_presenters_stand_as_dots_and_as_list(web: Web, sample_store: str) -> None:
    store = open_store(sample_store, mode="read")
    rows = run(store, "presenters", {"topic": "SPAK"}, TODAY).rows
    store.close()
    raw = web.get(PAGES["presenters"]).text
    assert len(re.findall(r'<tr id="rad-\d+"', raw)) == len(rows)
    dots = {(row.person.id, row.meeting.id) for row in rows if row.meeting.date}
    assert raw.count('class="dot-link"') == len(dots)


def test_neighbours_tell_how_they_are_tied_once_when_all_are_alike(web: Web) -> None:
    meetings = words(web.get("/entitet/forum:vfr/grannar?slag=Meeting").text)
    assert words(web.get("/entitet/forum:vfr/grannar?slag=Meeting&fran=9999").text) == meetings
    assert web.get("/entitet/forum:vfr/grannar?slag=Meetings").status_code == 404
    assert "VFR 2025-03-13 · " not in meetings
    items = words(web.get("/entitet/forum:vfr/grannar").text)
    assert "VFR 2025-03-13 · Möten" in items


def test_every_question_has_its_page_and_its_file(web: Web) -> None:
    for name, query in catalogue().items():
        for example in query.examples:
            page = web.get(f"/fraga/{name}", params=example)
            assert page.status_code == 200, (name, example)
            file = web.get(f"/fraga/{name}/csv", params=example)
            assert file.status_code == 200, (name, example)
            assert file.headers["content-type"] == "text/csv; charset=utf-8"
            assert file.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
            heading = file.text.splitlines()[0]
            assert heading.startswith("\ufeff")
            assert heading.endswith("Ord;Källa")


def test_the_quoted_words_are_marked_in_the_document(web: Web) -> None:
    trace = web.get("/api/v1/queries/trace?topic=SPAK").json()
    checked = 0
    for row in trace["rows"]:
        for source in row["sources"][:2]:
            page = web.get(f"/dokument/{source['document']}?start={source['start']}&end={source['end']}").text
            marked = re.findall(r"<mark(?: [^>]*)?>(.*?)</mark>", page, re.DOTALL)
            assert page.count('<mark id="q"') == 1
            text = "".join(
                re.sub(r"<a class=\"fact-number\".*?</a>|<span class=\"hidden\">.*?</span>", "", one) for one in marked
            )
            shown = html.unescape(TAG.sub("", text))
            assert "".join(shown.split()) == "".join(source["words"].split())
            checked += 1
    assert checked > 20


def test_a_document_shows_struck_words_tables_and_pages(web: Web) -> None:
    listed = web.get("/dokument").text
    found = {
        html.unescape(file): link
        for link, file in re.findall(
            r'href="(/dokument/document:[0-9a-f]+)"[^>]*>[^<]*</a><br><span class="quiet file" lang="sv">([^<]+)<', listed
        )
    }
    assert set(found) >= {path.name for path in SAMPLES.glob("*.pdf")}
    page = web.get(found["vfr-2023-06-08.pdf"]).text
    assert re.search(r"<s><span class=\"hidden\">\[överstruket: </span>", page)
    assert '<table class="read-table">' in page
    assert 'id="sida-2"' in page
    assert "Det här lästes ut" in page


@pytest.mark.parametrize(
    "query", ["start=a&end=b", "start=-5&end=9", "start=9&end=3", "start=99999999&end=999999999", "start=٣&end=٤", "start=5"]
)
def test_a_slip_in_a_span_marks_nothing(web: Web, query: str) -> None:
    address = first_document_link(web).partition("?")[0]
    answer = web.get(f"{address}?{query}")
    assert answer.status_code == 200
    assert "<mark" not in answer.text


def test_hostile_words_are_shown_as_words(web: Web) -> None:
    pages = {path: web.get(path).text for path in PAGES.values()}
    listed = web.get("/dokument").text
    assert HOSTILE_NAME in html.unescape(listed)
    link = next(
        link
        for link, file in re.findall(
            r'href="(/dokument/document:[0-9a-f]+)"[^>]*>[^<]*</a><br><span class="quiet file" lang="sv">([^<]+)<', listed
        )
        if "onerror" in file
    )
    document = web.get(link).text
    pages[link] = document
    pages["/entitet/meeting:vfr:2022-12-01"] = web.get("/entitet/meeting:vfr:2022-12-01").text
    for path, page in pages.items():
        assert "<script>" not in page, path
        assert "<img" not in page, path
        assert not re.search(r"""(?:href|src|action)=["']?\s*javascript:""", page, re.IGNORECASE), path
        assert not re.search(r"<[^>]+\son(?:error|mouseover|click|load)=", page), path
        assert "49" not in re.findall(r"detta \S+", page), path
    assert "&lt;script&gt;document.title=" in document
    assert "javascript:alert(4)" in document
    assert "{{ 7*7 }} {% raw %}" in html.unescape(document)
    network = web.get("/natverk/meeting:vfr:2022-12-01")
    assert network.status_code == 200
    assert "<img" not in network.text


def test_the_network_stands_in_a_frame_of_its_own(web: Web) -> None:
    page = web.get(PAGES["topic"]).text
    assert re.search(r'<iframe src="/natverk/topic:spak" title="Nätverk kring SPAK" sandbox="allow-scripts"', page)
    frame = web.get("/natverk/topic:spak")
    policy = frame.headers["content-security-policy"]
    assert policy.endswith("frame-ancestors 'self'; sandbox allow-scripts")
    assert "connect-src" not in policy
    shown = re.search(r"Visar (\d+) av (\d+)<", web.get("/natverk/forum:vfr").text)
    assert shown
    assert int(shown[1]) < int(shown[2])
    assert re.search(r"Visar alla \d+<", web.get("/natverk/organisation:region-myrland").text)
    file = web.get("/natverk/topic:spak/fil")
    assert file.headers["content-disposition"] == 'attachment; filename="topic-spak.html"'
    assert file.text.startswith("<!doctype html>")


def test_what_a_forum_sends_to_itself_is_told_so(web: Web) -> None:
    page = words(web.get(PAGES["trace"]).text)
    assert "VFR väntar återrapport i VFR" in page
    assert "VFR återrapporterar till VFR" not in page


def test_static_files_are_kept_for_long_and_pages_are_not(web: Web) -> None:
    found = re.search(r'href="(/static/pages\.css\?[0-9a-f]+)"', web.get("/").text)
    assert found
    styles = web.get(found[1])
    assert styles.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert re.findall(r"url\(([^)]*)\)", styles.text) == ['"fonts/inter-latin.woff2?5.3.0"']
    assert web.get("/static/fonts/inter-latin.woff2?5.3.0").content.startswith(b"wOF2")
    assert "@import" not in styles.text
    assert web.get("/static/../app.py").status_code == 404


def test_pages_work_on_every_engine(store_address: str) -> None:
    fill_store(store_address, [SAMPLES / "vfr-2025-03-13.docx", SAMPLES / "lchnv-2025-05-09.pdf"])
    with client(application(store_address)) as web:
        for path in (
            "/",
            "/fraga/trace?topic=SPAK",
            "/fraga/never-attended?forum=VFR",
            "/dokument",
            "/entitet/topic:spak",
            "/natverk/topic:spak",
        ):
            assert web.get(path).status_code == 200, path


def test_an_empty_store_has_calm_pages(tmp_path: Path) -> None:
    address = str(tmp_path / "empty.store")
    store = open_store(address, mode="write")
    store.ensure_schema()
    store.close()
    with client(application(address)) as web:
        for path in ("/", "/fraga", "/fraga/trace", "/fraga/meetings", "/dokument", "/sok?q=a", "/api"):
            answer = web.get(path)
            assert answer.status_code == 200, path
        assert "Inga dokument är lästa än" in web.get("/dokument").text
