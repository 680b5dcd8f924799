"""The real documents beside the checkout: who they list, and what they say of each."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ingest.attendance import AttendanceResult
from ingest.readers import read_document
from tests.attendance.sheets import attendance

SHARED = Path(__file__).parents[3] / "shared"

pytestmark = pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the seed documents are not beside the checkout")


def read(number: str) -> AttendanceResult:
    path = next((SHARED / "seeds").glob(f"{number}_*.txt"))
    return attendance(read_document(path.read_bytes(), path.name))


def gold(number: str) -> dict[str, Any]:
    found = json.loads((SHARED / "gold" / f"{number}.json").read_text(encoding="utf-8"))
    meeting: dict[str, Any] = found["meetings"][0]
    return meeting


@pytest.mark.parametrize("number", ["000", "003"])
def test_people_as_in_the_gold(number: str) -> None:
    found = {" ".join(person.as_written.split()): person for person in read(number).people}
    expected = gold(number)["attendance"]
    assert sorted(found) == sorted(person["asWritten"] for person in expected)
    for person in expected:
        read_person = found[person["asWritten"]]
        assert (read_person.status.value, read_person.represents) == (person["status"], person["represents"]), person
        if person["role"]:
            assert read_person.role == person["role"]


@pytest.mark.parametrize("number", ["000", "003"])
def test_municipalities_as_in_the_gold(number: str) -> None:
    found = {town.name: town.status.value for town in read(number).municipalities}
    expected = {town["name"]: town["status"] for town in gold(number)["municipalities"]}
    assert {name: found.get(name, "unknown") for name in expected} == expected
    assert set(found) <= set(expected)


def test_a_copy_that_lost_its_marks_tells_nobody_s_status() -> None:
    result = read("001")
    assert Counter(person.status.value for person in result.people) == {"unknown": 30}
    assert {town.status.value for town in result.municipalities} == {"unknown"}
    assert len(result.municipalities) == 15


def test_a_table_of_two_lists_side_by_side() -> None:
    result = read("002")
    assert Counter(person.status.value for person in result.people) == {"present": 33}
    bodies = Counter(person.represents for person in result.people)
    assert bodies["Region Dalarna"] == 10
    assert bodies["RSS Dalarna"] == 2
    assert all(person.role for person in result.people if person.represents in ("Region Dalarna", "RSS Dalarna"))
    assert len(result.municipalities) == 15


def test_a_yearly_report_lists_nobody() -> None:
    result = read("004")
    assert (result.people, result.municipalities, result.consumed) == ((), (), ())
