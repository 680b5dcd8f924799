from __future__ import annotations

import pytest

from api.texts import Language
from api.urls import Urls, api_question, with_language

SV, EN = Urls(), Urls(Language.ENGLISH)


def test_the_language_follows_along() -> None:
    assert SV.start() == "/"
    assert EN.start() == "/?lang=en"
    assert SV.question("trace", {"topic": "SPAK"}) == "/fraga/trace?topic=SPAK"
    assert EN.question("trace", {"topic": "SPAK", "from": None, "to": ""}) == "/fraga/trace?topic=SPAK&lang=en"
    assert EN.document("document:1f", 3, 9) == "/dokument/document:1f?start=3&end=9&lang=en#q"


def test_a_program_in_english_names_swedish_instead() -> None:
    assert Urls(Language.ENGLISH, Language.ENGLISH).start() == "/"
    assert Urls(Language.SWEDISH, Language.ENGLISH).start() == "/?lang=sv"


@pytest.mark.parametrize(
    ("identifier", "path"),
    [
        ("item:vfr:2026-06-11:~sugardating", "/entitet/item:vfr:2026-06-11:~sugardating"),
        ("item:ks:2025-01-01:§12", "/entitet/item:ks:2025-01-01:%C2%A712"),
        ('x:"><script>', "/entitet/x:%22%3E%3Cscript%3E"),
        ("x:../../etc/passwd?a#b", "/entitet/x:..%2F..%2Fetc%2Fpasswd%3Fa%23b"),
    ],
)
def test_identifiers_are_one_segment(identifier: str, path: str) -> None:
    assert SV.entity(identifier) == path


def test_the_other_language_is_the_same_place() -> None:
    query = "topic=God%20och%20n%C3%A4ra+v%C3%A5rd&lang=en&since="
    assert with_language("/fraga/trace", query, Language.SWEDISH) == (
        "/fraga/trace?topic=God%20och%20n%C3%A4ra%20v%C3%A5rd&since="
    )
    assert with_language("/fraga/trace", query, Language.ENGLISH).endswith("&since=&lang=en")


def test_values_are_encoded() -> None:
    assert api_question("trace", {"topic": "A&B=C #1"}) == "/api/v1/queries/trace?topic=A%26B%3DC%20%231"
