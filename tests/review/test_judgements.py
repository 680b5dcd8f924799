"""How judgements are kept: the file, what is in force, and what is wrong with a file that is refused."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from graph.judgements import (
    Entry,
    JudgementError,
    Kind,
    Said,
    Side,
    in_force,
    judge,
    judgements_file,
    judgements_of,
    merge_entries,
    parse_entries,
    read_entries_file,
    undo,
    write_entries,
    write_entries_file,
)
from graph.resolution.model import Verdict
from graph.schema import Label

NOW = dt.datetime(2026, 2, 3, 9, 12, 44, 120_999, tzinfo=dt.UTC)


def side(name: str, body: str = "municipality:9901") -> Side:
    key = name.lower()
    return Side(spelling=name, unit=f"{key}|{body}", entity=f"official:{key}", body="Almby", documents=("document:1",))


def said(verdict: Said, left: str, right: str, after: list[Entry], reason: str | None = None) -> Entry:
    entry = judge(verdict, Kind.PERSON, side(left), side(right), author="Åsa", now=NOW, reason=reason, after=after)
    after.append(entry)
    return entry


def undone(entry: Entry, after: list[Entry]) -> Entry:
    made = undo(entry, author="Bo", now=NOW, reason=None, after=after)
    after.append(made)
    return made


def test_a_file_gives_back_what_was_written() -> None:
    history: list[Entry] = []
    first = said(Said.SAME, "Eva", "Evva", history, 'skrivfel: å, "ä" # ö\n- inte en lista')
    undone(first, history)
    said(Said.LATER, "Bo", "Boo", history)
    text = write_entries(reversed(history))
    assert parse_entries(text, "f") == tuple(history)
    assert write_entries(parse_entries(text, "f")) == text
    assert "åäö" not in text
    assert "skrivfel: å" in text, "readable, not escaped"


def test_one_more_entry_adds_lines_and_changes_none() -> None:
    history: list[Entry] = []
    said(Said.SAME, "Eva", "Evva", history)
    before = write_entries(history).splitlines()
    said(Said.DIFFERENT, "Bo", "Boo", history)
    assert write_entries(history).splitlines()[: len(before)] == before


def test_no_judgements_make_a_file_that_can_be_read() -> None:
    assert parse_entries(write_entries(()), "f") == ()
    assert parse_entries("", "f") == ()


def test_the_order_of_the_history_is_that_of_time_whatever_the_clock_says() -> None:
    history: list[Entry] = []
    entries = [said(Said.SAME, "Eva", "Evva", history), said(Said.DIFFERENT, "Eva", "Evva", history)]
    late = judge(
        Said.SAME, Kind.PERSON, side("Eva"), side("Evva"), author="x", now=NOW - dt.timedelta(days=9), reason=None, after=history
    )
    times = [entry.time for entry in (*entries, late)]
    assert times == sorted(set(times))
    assert len({entry.id for entry in (*entries, late)}) == 3


def test_the_last_word_on_a_pair_counts_whichever_side_comes_first() -> None:
    history: list[Entry] = []
    said(Said.SAME, "Eva", "Evva", history)
    said(Said.DIFFERENT, "Evva", "Eva", history)
    (found,) = judgements_of(history)
    assert (found.label, found.verdict) == (Label.OFFICIAL, Verdict.DIFFERENT)


def test_later_has_no_effect_and_takes_nothing_back() -> None:
    history: list[Entry] = []
    said(Said.SAME, "Eva", "Evva", history)
    said(Said.LATER, "Eva", "Evva", history)
    assert [found.verdict for found in judgements_of(history)] == [Verdict.SAME]


def test_an_undoing_can_be_undone() -> None:
    history: list[Entry] = []
    first = said(Said.SAME, "Eva", "Evva", history)
    back = undone(first, history)
    assert in_force(history) == ()
    undone(back, history)
    assert in_force(history) == (first,)
    assert len(history) == 3, "history is kept"


def test_what_was_said_before_counts_again_when_the_later_word_is_taken_back() -> None:
    history: list[Entry] = []
    said(Said.SAME, "Eva", "Evva", history)
    undone(said(Said.DIFFERENT, "Eva", "Evva", history), history)
    assert [found.verdict for found in judgements_of(history)] == [Verdict.SAME]


def test_two_histories_become_one_in_any_order() -> None:
    ours: list[Entry] = []
    said(Said.SAME, "Eva", "Evva", ours)
    theirs = list(ours)
    said(Said.SAME, "Bo", "Boo", ours)
    said(Said.DIFFERENT, "Siv", "Sivv", theirs)
    assert merge_entries(ours, theirs) == merge_entries(theirs, ours)
    assert len(merge_entries(ours, theirs)) == 3
    forged = ours[0].model_copy(update={"author": "nobody"})
    with pytest.raises(JudgementError, match=ours[0].id):
        merge_entries(ours, [forged])


ENTRY = """format: 1
judgements:
  - id: j0123456789ab
    judged: same
    kind: person
    left: {spelling: Eva, unit: eva, entity: "official:eva"}
    right: {spelling: Evva, unit: evva, entity: "official:evva"}
    author: Bo
    time: 2026-02-03T09:12:44Z
"""


def test_a_file_written_by_hand_is_read() -> None:
    (entry,) = parse_entries(ENTRY, "f")
    assert entry.time == dt.datetime(2026, 2, 3, 9, 12, 44, tzinfo=dt.UTC)
    assert entry.reason is None


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("format: 1", "format: 2"), "format 1 väntades, inte 2"),
        (("judgements:", "judgments:"), "lista under judgements"),
        (("judged: same", "judged: alike"), "bedömning 1, judged: Input should be 'same', 'different', 'later' or 'undo'"),
        (("kind: person", "kind: meeting"), "bedömning 1, kind"),
        (("author: Bo", "writer: Bo"), "bedömning 1, author: Field required"),
        (("    author: Bo\n", "    author: Bo\n    colour: red\n"), "bedömning 1, colour: Extra inputs"),
        (("09:12:44Z", "09:12:44"), "bedömning 1, time: Input should have timezone info"),
        (("id: j0123456789ab", "id: first"), "bedömning 1, id"),
        (("unit: evva", "unit: eva"), "left and right are the same"),
        (("    kind: person\n", ""), "a judgement names a kind and two sides"),
        (("    author: Bo", "   author: Bo"), "rad 8: inte läsbar YAML"),
        (("format: 1\n", "- a\n"), "inte läsbar YAML"),
    ],
)
def test_a_file_with_a_slip_is_refused_with_its_place(change: tuple[str, str], told: str) -> None:
    assert change[0] in ENTRY
    with pytest.raises(JudgementError) as refused:
        parse_entries(ENTRY.replace(*change), "bedömningar.yaml")
    assert told in str(refused.value)
    assert "bedömningar.yaml" in str(refused.value)


def test_an_undoing_of_nothing_and_an_id_twice_are_refused() -> None:
    both = ENTRY + ENTRY.partition("judgements:\n")[2]
    with pytest.raises(JudgementError, match="id j0123456789ab finns redan"):
        parse_entries(both, "f")
    lost = "format: 1\njudgements:\n  - {id: j0123456789ab, judged: undo, undoes: jfff, author: Bo, time: 2026-02-03T09:12:44Z}\n"
    with pytest.raises(JudgementError, match="jfff"):
        parse_entries(lost, "f")


def test_the_file_lies_beside_the_store_and_is_replaced_whole(tmp_path: Path) -> None:
    path = judgements_file(str(tmp_path / "minutes.store"))
    assert path == tmp_path / "minutes.store.judgements.yaml"
    history: list[Entry] = []
    said(Said.SAME, "Eva", "Evva", history)
    write_entries_file(path, history)
    said(Said.SAME, "Bo", "Boo", history)
    write_entries_file(path, history)
    assert read_entries_file(path) == tuple(history)
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name], "nothing is left beside it"


def test_a_file_that_cannot_be_read_or_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(JudgementError, match="går inte att läsa"):
        read_entries_file(tmp_path / "none.yaml")
    (tmp_path / "latin.yaml").write_bytes(b"format: 1 # \xe5\n")
    with pytest.raises(JudgementError, match="inte UTF-8"):
        read_entries_file(tmp_path / "latin.yaml")
    with pytest.raises(JudgementError, match="går inte att skriva"):
        write_entries_file(tmp_path / "folder" / "that" / "is" / "not.yaml", ())
    if os.name == "posix":
        assert not list(tmp_path.glob(".*"))
