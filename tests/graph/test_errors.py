"""Errors in one line, Swedish and English."""

from __future__ import annotations

import errno
import os

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import ArendegangError, ReadError
from graph.faults import system_fault, validation_fault


def test_message_and_remedy_make_one_line_in_either_language() -> None:
    error = ArendegangError("Fel.", "Gör om.", message_en="Wrong.", remedy_en="Do it again.")
    assert (str(error), error.in_english) == ("Fel. Gör om.", "Wrong. Do it again.")
    assert ArendegangError("Fel.", "Gör om.", message_en="Wrong.").in_english == "Wrong."


def test_a_word_without_english_stays_as_it_is() -> None:
    assert ReadError("a.pdf", "filen är tom", "Ta en annan.").in_english == "a.pdf: filen är tom. Ta en annan."


@pytest.mark.parametrize(
    ("number", "swedish"), [(errno.EACCES, "behörighet saknas"), (errno.ENOENT, "finns inte"), (errno.ENOSPC, "disken är full")]
)
def test_the_systems_faults_are_told_in_swedish(number: int, swedish: str) -> None:
    assert system_fault(OSError(number, os.strerror(number), "x")) == (swedish, os.strerror(number))


def test_a_fault_without_swedish_words_keeps_its_own() -> None:
    assert system_fault(OSError(errno.EPIPE, "Broken pipe")) == ("Broken pipe", "Broken pipe")
    assert system_fault(OSError("odd")) == ("OSError", "OSError")


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str


class Outer(BaseModel):
    parts: tuple[Inner, ...]


@pytest.mark.parametrize(
    ("content", "swedish"),
    [
        ({"parts": [{}]}, "parts.0.name: saknas"),
        ({"parts": [{"name": "a", "nam": "b"}]}, "parts.0.nam: är inte med i formen"),
        ({"parts": [{"name": 1}]}, "parts.0.name: en text väntades"),
        ({"parts": "a"}, "parts: en lista väntades"),
        ({"parts": ["a"]}, "parts.0: en tabell väntades"),
        ([], "överst: en tabell väntades"),
    ],
)
def test_the_first_fault_of_a_form_names_the_place(content: object, swedish: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate(content)
    assert validation_fault(caught.value)[0] == swedish
    assert validation_fault(caught.value)[1].partition(": ")[0] in (swedish.partition(": ")[0], "the top level")
