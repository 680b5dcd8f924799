"""What is asked of a sentence before its lines are: where the answer is no, none of them tells of absence, whatever the words."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.lexicon import load_lexicon
from ingest.attendance import prose
from ingest.attendance.model import Context
from ingest.decisions import unheard
from ingest.readers.text import read_text

LEXICON = load_lexicon()
_words = st.lists(
    st.sampled_from(
        [
            *(
                "Mora",
                "Orsa",
                "Anna",
                "Ek",
                "alla",
                "Samtliga",
                "kommuner",
                "kommunerna",
                "länets",
                "var",
                "är",
                "ej",
                "inte",
                "med",
                "och",
            ),
            *(
                "deltog",
                "Förhinder",
                "frånvarande",
                "saknades",
                "oreprese",
                "orepresenterad",
                "utan",
                "representation",
                "återbud",
                "sjuk",
            ),
            *(
                "har",
                "hade",
                "anmält",
                "kunde",
                "uteblev",
                "kom",
                "§",
                "§ 12",
                "AU § 3",
                ".",
                "\n",
                "\n\n",
                "\nOrsa",
                ".\n",
                ". Mora",
                ",",
            ),
        ]
    ),
    max_size=14,
)


@settings(max_examples=500, deadline=None)
@given(words=_words)
def test_no_part_of_a_sentence_without_a_hint_tells_of_absence(words: list[str]) -> None:
    text = f"Mora {' '.join(words)}"
    document = read_text(text.encode(), "blad.txt")
    context = Context(document, LEXICON, None, None)
    span = (0, len(document.text))
    if not prose._HINT.search(context.lowered) and prose._ALL_OF not in context.lowered:
        alone = prose._of_towns_alone(context, span)
        assert not any(prose._HINT.search(context.lowered, *part) for part in alone)
    assert "§" in document.text or prose._HEADING_BELOW.search(document.text) is None


@given(text=st.text(alphabet="→⇒►➔>=- \nASlutsatser:bå", max_size=40))
def test_nothing_is_concluded_without_a_sign(text: str) -> None:
    assert any(sign in text for sign in unheard._CONCLUDING) or unheard._CONCLUDES.search(text) is None
