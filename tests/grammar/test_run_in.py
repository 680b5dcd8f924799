"""Labels that run in, without a sign: headings where a document uses several of them, words of a sentence where it does not."""

from collections.abc import Callable

from graph.record import Item, Meeting
from ingest.lines import iter_lines
from ingest.readers import read_document
from ingest.run_in import part_run_in_labels

_MINUTES = """1 Bojar
Bakgrund Fyra bojar lades ut i våras. De ses över varje
höst.
Föredragning Anna Ek redogör för läget. Tre bojar ligger kvar och
en har drivit i land.
Diskussion Bo Lind menar att kedjorna är för korta.
Rådet hoppas på en mild
vinter.
Beslut Rådet godkänner lägesrapporten.
Beslut Bojarna ska märkas med nummer. Listan tas fram av
kansliet.

2 Bryggor
Föredragning Bo Lind presenterar ett utkast. Planen är kort.
Beslut Planen revideras efter dagens synpunkter och skickas till
rådet senast den 15 maj.

3 Hamnkaptenen
Diskussion Frågan väcker igenkänning.
Beslut Inget beslut. Anna Ek frågar vidare.

4 Badplatser
Läget gicks igenom. Föredragning Cia Alm visar en karta. Diskussion Rådet
ser behov av skyltar. Beslut Gemensamma skyltar tas fram.
"""


def _decisions(meeting: Meeting) -> list[list[str]]:
    return [[d.text for d in item.decisions] for item in meeting.items]


def test_labels_of_several_lines_are_headings(meeting: Callable[[str], Meeting]) -> None:
    assert _decisions(meeting(_MINUTES)) == [
        ["Rådet godkänner lägesrapporten", "Bojarna ska märkas med nummer", "Listan tas fram av kansliet"],
        ["Planen revideras efter dagens synpunkter och skickas till rådet senast den 15 maj"],
        [],
        ["Gemensamma skyltar tas fram"],
    ]


def test_who_presents_stands_behind_its_label(meeting: Callable[[str], Meeting]) -> None:
    items = meeting(_MINUTES).items
    assert [[p.name for p in item.presenters] for item in items] == [["Anna Ek"], ["Bo Lind"], [], ["Cia Alm"]]


def test_a_summary_begins_behind_the_label(meeting: Callable[[str], Meeting]) -> None:
    bojar, bryggor, *_ = meeting(_MINUTES).items
    assert bojar.summary == "Fyra bojar lades ut i våras."
    assert bryggor.summary == "Bo Lind presenterar ett utkast."


def test_one_such_word_proves_nothing(item: Callable[[str], Item]) -> None:
    told = item("Bojar\n\nDialog Norr heter tidskriften som alla har läst. Inlägg Syd är en annan.")
    assert told.summary == "Dialog Norr heter tidskriften som alla har läst."


def _parted(text: str) -> list[str]:
    return [line.text for line in part_run_in_labels(iter_lines(read_document(text.encode(), "prov.txt")))]


def test_labels_are_the_headings_of_the_lexicon() -> None:
    text = (
        "Underlag Kansliet visar en karta. Beslut Bojarna ska märkas.\nUnderlag Bo Lind visar en lista. Beslut Bryggan ska målas."
    )
    behind = ["Kansliet visar en karta.", "Bojarna ska märkas.", "Bo Lind visar en lista.", "Bryggan ska målas."]
    assert _parted(text) == [part for k, words in enumerate(behind) for part in (("Underlag", "Beslut")[k % 2], words)]


def test_the_name_of_a_paper_is_no_label() -> None:
    text = "Bilaga A visar bojar. Bilaga B visar bryggor. Förslag A kostar mest. Förslag B kostar minst."
    assert _parted(text) == [text]
