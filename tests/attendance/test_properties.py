"""What holds for every document: spans slice back, nothing raises, nothing is said twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.attendance import AttendanceResult
from ingest.document import Document
from tests.attendance.sheets import attendance, document
from tests.attendance.test_layouts import LAYOUTS

NAMES = ("Anna Ek", "Bo Alm Lind", "Eva-Lotta von Gran", "Sven-Olov Ek", "Gun Britt Hassel", "J. Tall", "Xhevahire Björk")
LABELS = (
    "Närvarande:",
    "Närvarande",
    "Ledamöter",
    "Frånvarande:",
    "Tjänstepersoner",
    "Ersättare",
    "Övriga:",
    "Kallade",
    "Utses att justera",
)
BITS = ("(S)", "ordf", ", ordförande", "Mora", "Region Dalarna", "§§ 3–4", "för", "och", ",", ";", "~~", "\t", "\n", "\n\n", "X", "-", "1", "(frånvarande)", "vakant", "att öppna mötet", "1. Mötets öppnande", "(överstruken = frånvarande)", "kl. 9–10", "|", "PRO", "Ja", "se bilaga 1")  # fmt: skip


def assert_sound(sheet: Document, result: AttendanceResult) -> None:
    for person in result.people:
        start, end = person.span
        assert sheet.text[start:end] == person.as_written
        assert person.name == " ".join(person.as_written.split())
        assert person.as_written == person.as_written.strip()
    spans = [person.span for person in result.people]
    assert spans == sorted(spans)
    assert len(set(spans)) == len(spans)
    for note in result.unread:
        assert " ".join(sheet.text[note.span[0] : note.span[1]].split()) == note.text
        assert note.why
    for town in result.municipalities:
        assert town.spans
        assert all(0 <= a < b <= len(sheet.text) for a, b in town.spans)
    names = [town.name for town in result.municipalities]
    assert len(set(names)) == len(names)
    assert list(result.consumed) == sorted(result.consumed)
    for (_, before), (after, _) in zip(result.consumed, result.consumed[1:], strict=False):
        assert before < after


def test_the_layouts_are_sound() -> None:
    for text, _ in LAYOUTS.values():
        sheet = document(text)
        assert_sound(sheet, attendance(sheet))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(NAMES), st.sampled_from(LABELS), st.sampled_from(BITS)), min_size=1, max_size=40))
def test_any_mixture_of_the_parts_of_lists_is_sound(parts: list[str]) -> None:
    sheet = document("Rådet " + " ".join(parts))
    assert_sound(sheet, attendance(sheet))


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("ABÅÄÖaeiåäönrst .,;:()\n\t§–-0123xX~*|"), max_size=300))
def test_noise_never_raises(noise: str) -> None:
    sheet = document("Närvarande: " + noise)
    assert_sound(sheet, attendance(sheet))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(NAMES[:6]), min_size=1, max_size=6, unique=True))
def test_everyone_in_a_plain_list_is_found_once(names: list[str]) -> None:
    for separator in (", ", "\n", "; "):
        result = attendance("Närvarande: " + separator.join(names))
        assert [person.name for person in result.people] == names


def test_the_same_document_reads_the_same() -> None:
    text, _ = LAYOUTS["a page's columns run together, labels first"]
    assert attendance(text) == attendance(text)
