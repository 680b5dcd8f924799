"""Labels that stand on one another, in pages whose columns ran together."""

from __future__ import annotations

import pytest

from graph.record import Status, Unread
from ingest.attendance.model import Category, Draft
from ingest.attendance.stacked import WHY, still_untold
from tests.attendance.sheets import attendance, statuses

STACK = "Plats och tid Gransalen, kl 9-12 Beslutande Övriga deltagande Förhindrade {} Utses att justera Bo Alm (S)\n\n§ 1 Dagordning\n\nDagordningen godkänns."


def test_parties_tell_which_names_are_of_the_first_label() -> None:
    result = attendance(STACK.format("Anna Ek (C) Bo Alm (S) Cilla Björk David Asp, kommunchef Eva Gran (V)"))
    assert statuses(result) == {
        "Anna Ek": "present", "Bo Alm": "present", "Cilla Björk": "unknown", "David Asp": "unknown", "Eva Gran": "unknown",
    }  # fmt: skip


def test_nobody_is_told_where_the_first_label_is_of_those_away() -> None:
    stack = STACK.replace("Beslutande Övriga deltagande Förhindrade", "Förhindrade Övriga deltagande Beslutande")
    result = attendance(stack.format("Anna Ek (C) Bo Alm (S) Cilla Björk David Asp, kommunchef Eva Gran (V)"))
    assert statuses(result)["Anna Ek"] == "unknown"


@pytest.mark.parametrize(
    "names", ["Anna Ek Bo Alm Cilla Björk David Asp Eva Gran", "Anna Ek (C) Bo Alm (S) Cilla Björk David Asp"]
)
def test_without_as_many_runs_as_labels_nothing_is_told(names: str) -> None:
    result = attendance(STACK.format(names))
    assert statuses(result)["Anna Ek"] == "unknown"
    assert [note.why[:8] for note in result.unread] == ["rubriker"]


@pytest.mark.parametrize(("said", "kept"), [(Status.UNKNOWN, True), (None, False)])
def test_the_note_stays_while_a_mark_leaves_somebody_untold(said: Status | None, kept: bool) -> None:
    note = Unread(text="Anna Ek Bo Alm", why=WHY, span=(0, 14))
    came = Category(Status.PRESENT, True)
    drafts = [Draft(0, 7, came, True), Draft(8, 14, came, True, said=said)]
    assert still_untold([note], drafts) == ((note,) if kept else ())


OTHERS = "Plats: Gransalen Beslutande: Anna Ek (C), ordförande Bo Alm (S) {}Förhinder Övriga: Eva Gran (V) Filip Rönn (M) David Asp, kommunchef Cilla Björk, rektor Utses att justera: Bo Alm\n\n§ 1 Dagordning\n\nDagordningen godkänns."


@pytest.mark.parametrize("before", ["Ersättare: Gun Hed (C) ", ""])
def test_members_below_those_away_and_others_are_unknown_and_told_so(before: str) -> None:
    result = attendance(OTHERS.format(before))
    said = statuses(result)
    assert (said["Eva Gran"], said["Filip Rönn"]) == ("unknown", "unknown")
    assert (said["David Asp"], said["Cilla Björk"], said["Bo Alm"]) == ("present", "present", "present")
    assert any(note.why == WHY and "Eva Gran" in note.text for note in result.unread)


def test_columns_of_those_away_and_of_those_called_in_are_told_apart_by_parties() -> None:
    said = statuses(
        attendance(
            "Protokoll Gransalen 1 Sammanträdets öppnande Ordföranden hälsade välkommen. 2 Anmälda förhinder Anmält förhinder Inkallad ersättare "
            "Norra kretsen Anna Ek (C) Bo Alm (S) Cilla Björk David Asp Södra kretsen Eva Gran (V) Filip Rönn\n\n"
            "3 Dagordning\n\nDagordningen godkänns."
        )
    )
    assert {name for name, status in said.items() if status == "absent"} == {"Anna Ek", "Bo Alm", "Eva Gran"}
    assert said["Cilla Björk"] == said["Filip Rönn"] == "unknown"


LINES = "Plats och tid\n{labels}\nJusterare\nParagrafer\n\nGransalen, kl 9-12\n{lists}\n{adjuster}\n41-53\n\n§ 41 Dagordning\n\nDagordningen godkänns.\n"
MEMBERS = "Anna Ek (C), ordförande\nBo Alm (S)\nEva Gran (V)\nDavid Asp, kommunchef\nCilla Björk, rektor §§ 41-42\nFilip Rönn (M)"


@pytest.mark.parametrize(
    ("labels", "adjuster", "member", "last"),
    [
        ("Beslutande\nÖvriga närvarande\nFrånvarande", "Bo Alm", "present", "absent"),
        ("Beslutande\nEj tjänstgörande ersättare\nÖvriga närvarande\nFrånvarande", "Bo Alm", "present", "absent"),
        ("Beslutande\nFrånvarande\nÖvriga närvarande\nEj tjänstgörande ersättare", "Bo Alm", "unknown", "present"),
        ("Beslutande\nÖvriga närvarande\nFrånvarande", "Gun Hed", "unknown", "unknown"),
    ],
)
def test_a_column_of_labels_before_lists_that_the_adjuster_ends(labels: str, adjuster: str, member: str, last: str) -> None:
    said = statuses(attendance(LINES.format(labels=labels, lists=MEMBERS, adjuster=adjuster)))
    assert (said["Eva Gran"], said["Filip Rönn"]) == (member, last)
