"""The page Granska without a browser: what it shows, what its forms do, and what it refuses."""

from __future__ import annotations

import html
import re
from contextlib import closing
from urllib.parse import urlencode

import httpx
import pytest

from api.pages.review import _pieces
from graph.judgements import Entry, Said, judgements_file, load_entries
from graph.stores import open_store
from tests.api.served import Web

ORIGIN = "http://127.0.0.1:8000"


def field(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return html.unescape(found[1])


class Reader:
    """Keeps the cookie, as a browser does, and sends forms from our own address."""

    def __init__(self, web: Web) -> None:
        self.web = web
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> httpx.Response:
        return self._keep(self.web.get(path, headers=self._headers()))

    def post(self, path: str, fields: dict[str, str], **headers: str) -> httpx.Response:
        given = {"origin": ORIGIN, "content-type": "application/x-www-form-urlencoded", **self._headers(), **headers}
        return self._keep(self.web.request("POST", path, content=urlencode(fields), headers=given))

    def answer(self, said: str, page: str | None = None, **fields: str) -> httpx.Response:
        page = page if page is not None else self.get("/granska").text
        return self.post("/granska", {"token": field(page, "token"), "par": field(page, "par"), "svar": said, **fields})

    def _headers(self) -> dict[str, str]:
        return {"cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}

    def _keep(self, response: httpx.Response) -> httpx.Response:
        self.cookies.update(response.cookies)
        return response


@pytest.fixture
def reader(web: Web) -> Reader:
    return Reader(web)


def entries(address: str) -> tuple[Entry, ...]:
    with closing(open_store(address, mode="read")) as store:
        return load_entries(store)


def test_a_pair_is_shown_with_its_words_and_three_answers(reader: Reader) -> None:
    page = reader.get("/granska").text
    assert "Par 1 av 5" in page
    assert 'value="same"' in page
    assert 'value="different"' in page
    assert 'value="later"' in page
    assert "Talar för att de är samma" in page
    assert page.count("<blockquote ") >= 2
    assert page.count("<mark>") >= 2, "the spelling is marked in its words"
    assert 'value="Eva"' in page, "the author stands in the form"


@pytest.mark.parametrize("said", ["same", "different", "later"])
def test_an_answer_is_kept_with_author_and_reason_and_leads_on(reader: Reader, kept: str, said: str) -> None:
    sent = reader.answer(said, skal="  två\nrader  ", namn="Åsa Ö")
    assert sent.status_code == 303
    following = reader.get(sent.headers["location"]).text
    assert ("Uppskjutet. Inget är ändrat." if said == "later" else "Grafen är ändrad.") in following
    assert 'value="Åsa Ö"' in following, "the name is remembered"
    (entry,) = entries(kept)
    assert (entry.judged, entry.author, entry.reason) == (Said(said), "Åsa Ö", "två rader")


def test_undo_from_the_history_gives_the_pair_back(reader: Reader, kept: str) -> None:
    first = reader.get("/granska").text
    reader.answer("same", first)
    page = reader.get("/granska").text
    assert "Par 1 av 4" in page
    sent = reader.post("/granska/angra", {"token": field(page, "token"), "id": entries(kept)[0].id})
    after = reader.get(sent.headers["location"]).text
    assert "Grafen är som den var." in after
    assert field(after, "par") == field(first, "par")
    again = reader.post("/granska/angra", {"token": field(page, "token"), "id": entries(kept)[0].id})
    assert "redan tillbakatagen" in reader.get(again.headers["location"]).text
    assert len(entries(kept)) == 2
    history = reader.get("/granska/historik").text
    assert history.count("<li value=") == 2
    assert history.count("Tillbakatagen") == 1


def test_what_rules_put_together_can_be_parted(reader: Reader, kept: str) -> None:
    page = reader.get("/granska?lista=hopslaget").text
    assert "Programmet har slagit ihop dem" in page
    sent = reader.answer("different", page, lista="hopslaget")
    assert "lista=hopslaget" in sent.headers["location"]
    assert entries(kept)[0].judged is Said.DIFFERENT
    assert "Redan hopslaget (1)" in reader.get(sent.headers["location"]).text


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "", "referer": "http://evil.example/granska"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": ""},
    ],
)
def test_forms_from_elsewhere_change_nothing(reader: Reader, kept: str, headers: dict[str, str]) -> None:
    page = reader.get("/granska").text
    fields = {"token": field(page, "token"), "par": field(page, "par"), "svar": "same"}
    refused = reader.post("/granska", fields, **headers)
    assert refused.status_code == 403
    assert "Inget är ändrat" in refused.text
    assert not judgements_file(kept).exists()


def test_forms_with_another_token_or_without_the_cookie_change_nothing(reader: Reader, web: Web, kept: str) -> None:
    page = reader.get("/granska").text
    fields = {"token": field(page, "token"), "par": field(page, "par"), "svar": "same", "skal": "behåll detta"}
    stranger = Reader(web)
    stranger.get("/granska")
    for who, given in (
        (reader, {**fields, "token": ""}),
        (reader, {**fields, "token": "å" * 64}),
        (stranger, fields),
        (Reader(web), fields),
    ):
        refused = who.post("/granska", given)
        assert refused.status_code == 403
        assert 'value="behåll detta"' in refused.text, "what was written is not lost"
    assert reader.post("/granska/angra", {"id": "j0123456789ab", "token": "x"}).status_code == 403
    assert not judgements_file(kept).exists()
    assert reader.post("/granska", fields, referer=f"{ORIGIN}/granska").status_code == 303, "the right one is taken"


def test_cookies_are_for_this_page_alone(reader: Reader) -> None:
    sent = reader.get("/granska")
    cookie = sent.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=strict", "Path=/granska"))
    assert sent.headers["cache-control"] == "no-store"
    assert "set-cookie" not in reader.get("/granska").headers


def test_while_another_writes_one_calm_message_and_nothing_lost(reader: Reader, kept: str) -> None:
    page = reader.get("/granska").text
    with closing(open_store(kept, mode="write")):
        refused = reader.answer("same", page, skal="mitt skäl")
        assert refused.status_code == 503
        assert refused.text.count("Något annat skriver i lagret just nu") == 1
        assert 'value="mitt skäl"' in refused.text
        assert field(refused.text, "par") == field(page, "par")
        undoing = reader.post("/granska/angra", {"token": field(page, "token"), "id": "j0123456789ab"})
        assert undoing.status_code == 503
    assert not judgements_file(kept).exists()
    assert reader.answer("same", page).status_code == 303


def test_a_pair_that_is_gone_and_answers_that_are_none(reader: Reader, kept: str) -> None:
    page = reader.get("/granska").text
    reader.answer("same", page)
    gone = reader.answer("same", page)
    assert "inte längre osäkert" in reader.get(gone.headers["location"]).text
    unsaid = reader.answer("perhaps", skal="mitt skäl")
    assert unsaid.status_code == 422
    assert "Välj samma, olika eller vänta." in unsaid.text
    assert 'value="mitt skäl"' in unsaid.text
    too_long = reader.answer("same", skal="x" * 30_000)
    assert too_long.status_code == 403
    assert len(entries(kept)) == 1


def test_in_english_the_same(reader: Reader) -> None:
    page = reader.get("/granska?lang=en").text
    assert "Pair 1 of 5" in page
    assert "Speaks against" in page
    assert 'action="/granska?lang=en"' in page
    assert 'action="/granska/angra' not in page
    sent = reader.post("/granska?lang=en", {"token": field(page, "token"), "par": field(page, "par"), "svar": "same"})
    assert "lang=en" in sent.headers["location"]
    assert "Judged the same. The graph is changed." in reader.get(sent.headers["location"]).text


def test_when_all_is_judged_the_page_says_so(reader: Reader) -> None:
    for _ in range(5):
        reader.answer("different")
    page = reader.get("/granska").text
    assert "Inget att granska." in page
    assert 'name="svar"' not in page


def test_old_ids_lead_on_in_the_interface_and_on_the_pages(reader: Reader, web: Web) -> None:
    asked = web.get("/api/v1/review?limit=100").json()
    pair = next(one for one in asked["pairs"] if one["kind"] == "topic")
    page = reader.get(f"/granska?par={pair['key']}").text
    ids = {pair["left"]["id"], pair["right"]["id"]}
    assert field(page, "par") == pair["key"]
    reader.answer("same", page)
    (current,) = [id_ for id_ in ids if web.get(f"/api/v1/entities/{id_}").status_code == 200]
    (old,) = ids - {current}
    for path in (
        "/api/v1/entities/{}",
        "/api/v1/entities/{}/neighbours?limit=3",
        "/entitet/{}?lang=en",
        "/entitet/{}/grannar",
        "/natverk/{}",
    ):
        leads = web.get(path.format(old))
        assert (leads.status_code, leads.headers["location"]) == (308, path.format(current))
    assert web.get("/api/v1/entities/topic:none").status_code == 404
    assert old in web.get(f"/api/v1/entities/{current}").json()["properties"]["formerIds"]
    (told,) = web.get("/api/v1/review/judgements").json()["judgements"]
    assert (told["judged"], told["author"], told["kind"]) == ("same", "Eva", "topic")
    assert web.get("/api/v1/review?merged=true").json()["total"] == 2


@pytest.mark.parametrize(
    ("words", "mention", "pieces"),
    [
        ("Eva Ek, Eva\n Ek", "Eva Ek", [("Eva Ek", True), (", ", False), ("Eva\n Ek", True)]),
        ("Evalund", "Eva", [("Evalund", False)]),
        ("f(x) *", "f(x) *", [("f(x) *", True)]),
        ("Eva", "", [("Eva", False)]),
    ],
)
def test_the_spelling_is_found_in_its_words(words: str, mention: str, pieces: list[tuple[str, bool]]) -> None:
    assert list(_pieces(words, mention)) == pieces


def test_words_of_documents_and_people_are_shown_as_words(reader: Reader) -> None:
    reader.answer("later", skal="<script>alert(1)</script>", namn='"><b>')
    page = reader.get("/granska").text
    assert "<script>alert" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;" in page


def test_a_broken_file_of_judgements_is_told_with_its_place(web: Web, kept: str) -> None:
    judgements_file(kept).write_text("format: 1\njudgements: [{id: x}]\n", encoding="utf-8")
    told = web.get("/granska")
    assert told.status_code == 503
    assert "bedömning 1" in told.text
