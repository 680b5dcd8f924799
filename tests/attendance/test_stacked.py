"""Labels that stand on one another, in pages whose columns ran together."""

from __future__ import annotations

import pytest

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
