"""On an English page what documents say is marked as Swedish and what the program says is not, so that both are read aloud rightly."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from api.interface_texts import in_swedish
from api.texts import TEXTS
from tests.api.served import Web
from tests.pages.addresses import PAGES

ENGLISH = {english for swedish, english in TEXTS.values() if english != swedish and not {"{", "|"} & set(english)} - {"Svenska"}
SWEDISH = re.compile(r"(?:^| )(?:att|och|av|som|från)(?: |$)")
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


class Spoken(HTMLParser):
    """The texts of a page by the language in force where they stand."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {"sv": [], "en": []}
        self._open: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attributes).get("lang") or (self._open[-1][1] if self._open else "")))

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """A drawn shape has no words."""

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and not {"script", "style"} & {tag for tag, _ in self._open}:
            self.said[self._open[-1][1]].append(" ".join(data.split()))


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_words_are_marked_with_their_language(web: Web, path: str) -> None:
    said = Spoken(web.get(f"{path}{'&' if '?' in path else '?'}lang=en").text).said
    assert sorted(ENGLISH & set(said["sv"])) == []
    assert [text for text in said["en"] if SWEDISH.search(text)] == []


def test_what_is_asked_is_marked_apart_from_the_way_of_asking(web: Web) -> None:
    said = Spoken(web.get("/fraga/follow-up?lang=en").text).said
    assert {"Recommends:", "Possible answer:", "later minutes give no certain answer"} <= set(said["en"])
    assert "ta fram en gemensam rutin för utskrivning till korttidsplats" in said["sv"]


def test_words_are_quoted_as_the_language_does(web: Web) -> None:
    assert "Are “Jourboenden” and “Lista över länets jourboenden” the same issue?" in web.get("/granska?lang=en").text
    assert "Är ”Jourboenden” och ”Lista över länets jourboenden” samma ärende?" in web.get("/granska").text
    assert "written “VFR”" in web.get("/entitet/forum:vfr?lang=en").text
    assert "skrivs ”VFR”" in web.get("/entitet/forum:vfr").text


def test_the_interface_is_told_in_swedish_too(web: Web) -> None:
    schema = web.get("/openapi.json").json()
    english = {operation["summary"] for methods in schema["paths"].values() for operation in methods.values()}
    english |= {
        parameter["description"]
        for methods in schema["paths"].values()
        for operation in methods.values()
        for parameter in operation.get("parameters", ())
    }
    assert sorted(words for words in english if in_swedish(words) in (None, words)) == []
    assert "Hur ett ärende rört sig" in web.get("/api").text
    assert "How an issue moved" in web.get("/api?lang=en").text
