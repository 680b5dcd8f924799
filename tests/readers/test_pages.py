"""Copies of paged minutes as text: pages counted, repeated headers and footers out of the flow, words whole again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import BlockKind, Document
from ingest.readers import read_document
from ingest.readers.hyphens import between_halves
from ingest.readers.pages import part_pages
from ingest.readers.text import rejoin_words
from tests.readers.checks import APART, assert_sound, table

TITLE = "Minnesanteckningar Omsorgsrådet i Granlandet"
PAGES = [
    [TITLE, "Datum: 2031-03-12", "", "1. Mötets öppnande", "Omsorgsrådet beslutade", "att öppna mötet."]
    + [f"Rad {n} om den gemensamma planen för hemgång och uppföljning." for n in range(12)]
    + ["Arbetsgruppen har under våren samlat in synpunkter från samtliga berörda"],
    ["verksamheter och föreslår att planen prövas i två delar.", "", "2. Val av justerare", "Omsorgsrådet beslutade"]
    + ["att utse Maja Ekdal till justerare."]
    + [f"Stycke {n} beskriver hur kommunerna har arbetat under året." for n in range(14)],
    ["3. Rapport om bostäder", "Föredragande: Tore Gran, utvecklingsledare", "Omsorgsrådet beslutade"]
    + [f"Punkt {n} i rapporten handlar om tillgång och behov." for n in range(16)],
    ["4. Mötets avslutande", "Omsorgsrådet beslutade", "att avsluta mötet.", "Ordföranden tackade för visat intresse."]
    + [f"Not {n} lades till protokollet på ordförandens begäran." for n in range(10)],
]
Line = Callable[[int], str]


def copy(
    head: Sequence[Line] = (), foot: Sequence[Line] = (), *, border: str = "\f", spread: bool = False, first: int = 1
) -> str:
    """The pages as one text, with lines that depend on the page number above and below each from page `first` on."""
    pages = []
    for number, page in enumerate(PAGES, start=1):
        above = [line(number) for line in head if number >= first]
        below = [line(number) for line in foot if number >= first]
        lines = [*above, *([""] if above else []), *page, *([""] if below else []), *below]
        pages.append(("\n\n" if spread else "\n").join(lines))
    return f"\n{border}".join(pages)


def read(text: str) -> Document:
    document = read_document(text.encode(), "a.txt")
    assert_sound(document)
    return document


def flow(document: Document) -> list[str]:
    return [
        line
        for block in document.blocks
        if block.kind not in APART
        for line in document.text[block.start : block.end].split("\n")
    ]


def margins(document: Document) -> list[tuple[str, int, str]]:
    return [(b.kind.value, b.page, document.text[b.start : b.end]) for b in document.blocks if b.kind in APART]


BODY = [line for page in PAGES for line in page if line]
NUMBERS: dict[str, Line] = {
    "Sida 3 av 4": lambda n: f"Sida {n} av 4",
    "Sida 3(4)": lambda n: f"Sida {n}(4)",
    "sid 3": lambda n: f"sid {n}",
    "3 (4)": lambda n: f"{n} (4)",
    "3/4": lambda n: f"{n}/4",
    "- Sida 3 -": lambda n: f"- Sida {n} -",
}


@pytest.mark.parametrize("border", ["\f", ""], ids=["form feeds", "none"])
@pytest.mark.parametrize("spread", [False, True], ids=["lines", "blank lines between"])
@pytest.mark.parametrize("where", ["head", "foot"])
@pytest.mark.parametrize("number", NUMBERS)
def test_page_numbers_tell_pages_and_leave_the_flow(number: str, where: str, spread: bool, border: str) -> None:
    lines = [NUMBERS[number]]
    document = read(copy(lines if where == "head" else (), lines if where == "foot" else (), border=border, spread=spread))
    assert flow(document) == BODY
    assert document.pages == 4
    assert [document.page_of(document.text.index(page[7])) for page in PAGES] == [1, 2, 3, 4]
    [(kind, page, words)] = margins(document)
    assert (kind, page) == ("header" if where == "head" else "footer", 1)
    assert words == NUMBERS[number](1).removeprefix("- ")[: len(words)] or words == NUMBERS[number](1)


@pytest.mark.parametrize("border", ["\f", ""], ids=["form feeds", "none"])
@pytest.mark.parametrize("first", [1, 2])
def test_a_header_of_several_lines_leaves_the_flow_but_for_the_first_page(first: int, border: str) -> None:
    head = [lambda _: "Region Granlandet", lambda n: f"Omsorgsrådet   2031-03-12   Sida {n} av 4"]
    document = read(copy(head, border=border, first=first))
    kept = ["Region Granlandet", "Omsorgsrådet 2031-03-12 Sida 1 av 4"] if first == 1 else []
    assert flow(document) == [*kept, *BODY]
    assert document.pages == 4
    taken = {line for _, _, words in margins(document) for line in words.split("\n")}
    assert taken == {"Region Granlandet", "Omsorgsrådet 2031-03-12 Sida 2 av 4"}


def test_a_footer_of_signatures_and_numbers_leaves_every_page() -> None:
    foot = [lambda _: "Justerandes sign          Utdragsbestyrkande", lambda n: str(n)]
    document = read(copy(foot=foot))
    assert flow(document) == BODY
    assert margins(document) == [("footer", 1, "Justerandes sign Utdragsbestyrkande\n1")]


def test_a_title_that_is_also_the_header_stays_on_the_first_page() -> None:
    text = copy([lambda n: TITLE if n > 1 else "", lambda n: f"{n}" if n > 1 else ""])
    document = read(text)
    assert flow(document) == BODY
    assert margins(document) == [("header", 2, f"{TITLE}\n2")]


def test_what_merely_begins_pages_alike_stays() -> None:
    pages = [
        [
            f"{n}. Fråga",
            "Omsorgsrådet beslutade",
            "att lägga informationen till handlingarna.",
            f"Text {n + 4}",
            "Omsorgsrådet beslutade",
        ]
        for n in (1, 2, 3)
    ]
    for rotated in ([page[1:] + page[:1] for page in pages], [page[2:] + page[:2] for page in pages], pages):
        text = "\n\f".join("\n".join(page) for page in rotated)
        document = read(text)
        assert not margins(document)
        assert len(flow(document)) == 15


@pytest.mark.parametrize(
    "number", ["## § {}", "**§ {}**", "§ {}", "{} §", "### {}.", "{}.", "Ärende {}", "Punkt {}", "## KS § {}"]
)
def test_the_numbers_of_items_that_begin_every_page_stay(number: str) -> None:
    pages = [
        f"Nämnden för trivsel\n\nSida {n}\n\n{number.format(n)}\n\nFråga nummer {'abcdef'[n]} dryftas här.\n\n"
        for n in range(1, 6)
    ]
    text = read_document("\n".join(pages).encode(), "a.txt").text
    assert "Sida 3" not in text
    for n in range(1, 6):
        assert re.search(rf"{re.escape(number.format(n).strip('#* '))}\W+Fråga nummer {'abcdef'[n]}", text)


def test_decisions_that_end_every_page_stay() -> None:
    text = "\n\f".join(
        f"{n}. Fråga {n}\nOmsorgsrådet beslutade\natt lägga ärende {n} till handlingarna.\n\nSida {n} av 9" for n in range(1, 10)
    )
    document = read(text)
    assert len(flow(document)) == 27
    assert margins(document) == [("footer", 1, "Sida 1 av 9")]


def test_a_text_that_goes_on_over_the_page_is_one_paragraph() -> None:
    document = read(copy([lambda _: "Omsorgsrådet i Granlandet"], [lambda n: f"Sida {n} av 4"]))
    joined = next(block for block in document.blocks if "berörda\nverksamheter" in document.text[block.start : block.end])
    assert document.page_of(joined.start) == 1
    assert document.page_of(document.text.index("verksamheter och")) == 2


@pytest.mark.parametrize("last", ["efter", "mellan", "till", "Region"])
def test_a_text_that_stops_at_a_word_that_ends_none_goes_on_over_the_page(last: str) -> None:
    text = "\n\n\f".join(
        [f"Sida 1 av 2\n\nRådet talade om bojar.\n\nRådet väljer Maja Ekdal {last}", "Sida 2 av 2\n\nTore Gran till ledamot."]
    )
    document = read(text)
    assert any(f"{last}\nTore Gran" in document.text[block.start : block.end] for block in document.blocks)


def long_page(number: int) -> str:
    words = (f"Ledamot {n} yttrade sig om förslag {number} till budget och om hur kostnaden fördelas." for n in range(9))
    return f"§ {number} Ärende " + " ".join(words) + f" Ärendet avslutades som nummer {number}."


LINES = long_page(1)


@pytest.mark.parametrize("newline", ["\n", " "], ids=["a line for each page", "one line in all"])
def test_pages_that_are_one_long_line_each(newline: str) -> None:
    text = newline.join(f"Omsorgsnämnden Protokoll 2031-03-12 {n} (40) {long_page(n)}" for n in range(1, 41))
    document = read(text)
    assert document.pages == 40
    assert flow(document)[0] == "Omsorgsnämnden Protokoll 2031-03-12"
    assert flow(document)[1:] == [long_page(n) for n in range(1, 41)]
    assert [document.page_of(document.text.index(f"§ {n} Ärende")) for n in (1, 2, 17, 40)] == [1, 2, 17, 40]
    assert margins(document)[0] == ("header", 1, "1 (40)")


def test_numbers_at_the_end_of_pages_that_are_one_line() -> None:
    document = read(" ".join(f"{long_page(n)} Justerandes sign {n} (3)" for n in (1, 2, 3)))
    assert document.pages == 3
    assert flow(document) == [long_page(n) for n in (1, 2, 3)]
    assert margins(document) == [("footer", 1, "Justerandes sign\n1 (3)")]


def test_the_single_space_that_begins_pages_tells_them() -> None:
    pages = ["\n\n".join(f"{line} " for line in page) for page in PAGES]
    document = read("\n\n".join(f" {page}" for page in pages))
    assert document.pages == 4
    assert [document.page_of(document.text.index(page[7])) for page in PAGES] == [1, 2, 3, 4]
    assert read("\n\n".join(pages)).pages is None
    assert read("\n".join(f" {line} " for line in BODY)).pages is None


@pytest.mark.parametrize(
    "text",
    [
        "Bilagor\nBilaga 1 (2)\nBilaga 2 (2)\n",
        "Närvarande var 3 (9) kommuner.\nVid nästa möte 4 (9) kommuner.\n",
        "1\nMötets öppnande\n2\nVal av justerare\n3\nRapport\n4\nAvslutning\n",
        "§ 1\nVal\n§ 2\nRapport\n§ 3\nSlut\n",
        "se sidan 1 i bilagan\nDet står mer\npå andra rader\noch fler\nse sidan 2 i bilagan\nSlut\n",
        "1. Mötets öppnande\n2. Val\n",
    ],
)
def test_other_numbers_are_no_page_numbers(text: str) -> None:
    document = read(text)
    assert document.pages is None
    assert flow(document) == text.strip().split("\n")


def test_a_lone_page_number_is_taken_and_counted() -> None:
    document = read(f"{TITLE}\n\n1. Mötets öppnande\n\nSida 1 av 1\n")
    assert flow(document) == [TITLE, "1. Mötets öppnande"]
    assert margins(document) == [("footer", 1, "Sida 1 av 1")]
    assert document.pages == 1


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["ett gemensamt sam-", "arbete i länet"], ["ett gemensamt samarbete", "i länet"]),
        (["kommunerna Malung-", "Sälen, Orsa"], ["kommunerna Malung-Sälen,", "Orsa"]),
        (["hälso-", "och sjukvård"], ["hälso-", "och sjukvård"]),
        (["utvecklings- och", "samarbete"], ["utvecklings- och", "samarbete"]),
        (["(TN-", "platser"], ["(TN-platser"]),
        (["via e-", "post"], ["via e-post"]),
        (["Datum: 2031-", "03-12"], ["Datum: 2031-03-12"]),
        (["sam\u00ad", "arbete"], ["samarbete"]),
        (["sam\u2010", "arbete"], ["samarbete"]),
        (["Välfärd -", "en fråga"], ["Välfärd -", "en fråga"]),
        (["Ort\tBygd-", "berg\tNamn"], ["Ort\tBygd-", "berg\tNamn"]),
        (["över-", "ens-", "kommelse nu"], ["överenskommelse", "nu"]),
        (["sam-", "\farbete om"], ["samarbete", "\fom"]),
        (["ett långt led som fyller ut hela raden med sam-", "", "arbete om"], ["ett långt led som fyller ut hela raden med samarbete", "", "om"]),
        (["kort-", "", "het"], ["kort-", "", "het"]),
        (["---", "text"], ["---", "text"]),
        (["slut-"], ["slut-"]),
    ],
)  # fmt: skip
def test_words_hyphenated_over_line_ends(lines: list[str], whole: list[str]) -> None:
    assert rejoin_words(lines) == whole


def test_the_halves_of_a_word() -> None:
    assert between_halves("", "a") is None
    assert between_halves("-", "a") is None
    assert between_halves("2031-", "03") == "-"
    assert between_halves("IT-", "chef") == "-"


def test_a_page_break_inside_a_word_keeps_the_word_on_its_first_page() -> None:
    text = copy([lambda _: "Omsorgsrådet i Granlandet"], [lambda n: f"Sida {n} av 4"]).replace("berörda\n", "berörda sam-\n")
    document = read(text)
    assert "samverksamheter" in document.text
    assert document.page_of(document.text.index("samverksamheter")) == 1
    assert document.page_of(document.text.index("och föreslår")) == 2


def test_columns_of_spaces_with_a_blank_line_after_each_row() -> None:
    rows = ["Granstad        Maja Ekdal (ordf)    Otto Lind", "Norrbäcken      Signe Alm            Vera Holm", "Ådalen          Åke Öberg            Ärla Dahl"]  # fmt: skip
    document = read("Närvarande:\n\n" + "\n\n".join(rows) + "\n\n1. Mötets öppnande\n")
    assert table(document) == [re.split(r" {2,}", row) for row in rows]


def test_two_lists_beside_each_other_with_columns_of_unequal_length() -> None:
    lines = ["Ledamöter              Ersättare", "Bo Ek                  Lars Dal", "Eva Ask", "Nils Öst               Ulla Berg", "                       Rut Ås"]  # fmt: skip
    document = read("\n".join(lines) + "\n\nSlut")
    assert table(document) == [["Ledamöter", "Ersättare"], ["Bo Ek", "Lars Dal"], ["Eva Ask", ""], ["Nils Öst", "Ulla Berg"], ["", "Rut Ås"]]  # fmt: skip


PIECES = st.sampled_from(
    ["Sida 1 av 3", "Sida 2 av 3", "2 (3)", "3 (3)", "1", "2", "Rådet", "Rådet", "att", "sam-", "arbete", " Rad ", "a\tb", "\f", "\n", "\n\n", "", LINES]
)  # fmt: skip


@given(st.lists(PIECES, max_size=60).map("\n".join))
def test_every_line_is_in_the_flow_or_in_a_margin(text: str) -> None:
    paged = part_pages(text)

    def words(source: str) -> set[str]:
        return {re.sub(r"\d+", "#", word) for word in source.split()}

    assert words(paged.text) | {word for margin in paged.margins for word in words(margin.text)} == words(text)
    if paged.pages is not None:
        assert paged.text.count("\f") == paged.pages - 1
        assert all(1 <= margin.page <= paged.pages for margin in paged.margins)
        assert all(a.page <= b.page or a.kind is not b.kind for a, b in pairwise(paged.margins))
    assert {margin.kind for margin in paged.margins} <= {BlockKind.HEADER, BlockKind.FOOTER}


def test_numbers_behind_bullets_are_those_of_matters_and_of_no_page() -> None:
    text = "".join(f" •   {n}\n\n  Bryggor {n}\n\n  {'Bryggorna gicks igenom av kontoret. ' * 4}\n\n" for n in range(1, 8))
    paged = part_pages(text)
    assert paged.pages is None
    assert all(f"•   {n}\n" in paged.text for n in range(1, 8))
